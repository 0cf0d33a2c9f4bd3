import { expect, test } from 'vitest'
import { parseWorkload } from '../src/parse-workload.js'

const table = (rest: string) =>
  `delta_synchronization:\n  tables_to_sync:\n    - name: main.shop.orders\n      primary_keys: [id]\n${rest}`

// Put together here, so that no scanner takes this file for a leak.
const TOKEN = `${'dapi'}${'0123456789abcdef'.repeat(2)}`

const WRONG_FILES = [
  {
    name: 'a typo in a key',
    text: 'database_instance:\n  reads_per_secnd: 8000\n',
    finding: {
      ruleId: 'LB003',
      line: 2,
      column: 3,
      length: 15,
      message: 'unknown key "reads_per_secnd"',
      suggestion: 'reads_per_second',
      excerpt: '  reads_per_secnd: 8000',
    },
  },
  {
    name: 'a key in the wrong section',
    text: 'reads_per_second: 8000\n',
    finding: {
      ruleId: 'LB003',
      line: 1,
      column: 1,
      message: 'unknown key "reads_per_second"',
      hint: '"reads_per_second" belongs under database_instance.',
    },
  },
  {
    name: 'a number with its unit',
    text: 'database_storage:\n  data_stored_gb: 250GB\n',
    finding: {
      ruleId: 'LB005',
      line: 2,
      column: 19,
      length: 5,
      message: 'data_stored_gb: expected a number, got "250GB"',
      suggestion: '250',
      hint: 'Write a plain number of GB (10^9 bytes).',
    },
  },
  {
    name: 'a number with another unit',
    text: 'database_storage:\n  data_stored_gb: "250 MB"\n',
    finding: { ruleId: 'LB005', line: 2, column: 19, length: 8, suggestion: '0.25' },
  },
  {
    name: 'a negative rate',
    text: 'database_instance:\n  reads_per_second: -5000\n',
    finding: {
      ruleId: 'LB006',
      line: 2,
      column: 21,
      length: 5,
      message: 'reads_per_second: -5000 is out of range, expected at least 0',
    },
  },
  {
    name: 'a promotion of 150 %',
    text: 'promotion_percentage: 150\n',
    finding: {
      ruleId: 'LB006',
      line: 1,
      column: 23,
      message: 'promotion_percentage: 150 is out of range, expected at most 100',
      expected: 'at most 100',
    },
  },
  {
    name: 'a cron line with a minute that no hour has',
    text: table('      scheduling_policy: SNAPSHOT\n      schedule: "61 * * * *"\n'),
    finding: {
      ruleId: 'LB014',
      line: 6,
      column: 17,
      length: 12,
      message: 'schedule: "61 * * * *" is not a cron line: invalid value for minute: 61',
    },
  },
  {
    name: 'a frequency in other letter case, which the old estimator took for once a week',
    text: 'delta_synchronization:\n  sync_frequency: per day\n',
    finding: {
      ruleId: 'LB014',
      line: 2,
      column: 19,
      message: 'sync_frequency: unknown value "per day"',
      suggestion: 'Per day',
      why: 'The old estimator took this for once a week, 7 times too cheap.',
    },
  },
  {
    name: 'a secret as a value',
    text: `name: ${TOKEN}\ndatabase_instance: { reads_per_second: 1 }\n`,
    finding: {
      ruleId: 'LB050',
      line: 1,
      column: 7,
      length: 36,
      message: 'a Databricks token stands in the file',
      excerpt: `name: ${'*'.repeat(36)}`,
    },
  },
  {
    name: 'an empty file',
    text: '',
    finding: { ruleId: 'LB009', line: 1, column: 1, message: 'the file is empty' },
  },
  {
    name: 'a file of comments only',
    text: '# to do\n',
    finding: { ruleId: 'LB009', line: 1, column: 1, message: 'the file is empty' },
  },
  {
    name: 'a binary file',
    text: 'PK\u0003\u0004\u0000\u0000',
    finding: {
      ruleId: 'LB001',
      line: 1,
      column: 3,
      message: 'not a text file: it has the control character 0x03',
    },
  },
  {
    name: 'a list instead of a map',
    text: '- database_instance\n- database_storage\n',
    finding: {
      ruleId: 'LB005',
      line: 1,
      column: 1,
      message: 'the file: expected a map of keys, got a list',
    },
  },
  {
    name: 'a list instead of a map in a section, though it is empty',
    text: 'compute: []\n',
    finding: {
      ruleId: 'LB005',
      line: 1,
      column: 10,
      message: 'compute: expected a map of keys, got a list',
    },
  },
] as const

test.each(WRONG_FILES)('$name is one error with its place', ({ text, finding }) => {
  const { findings, workload } = parseWorkload(text, { file: 'w.yml' })
  expect(findings.filter(({ level }) => level === 'error')).toEqual([
    expect.objectContaining({ ...finding, level: 'error', file: 'w.yml' }),
  ])
  expect(workload === undefined).toBe(finding.ruleId !== 'LB050')
})

test('TRIGGERED every minute is a warning, and the file can be used', () => {
  const { findings, workload } = parseWorkload(
    table(
      '      scheduling_policy: TRIGGERED\n      schedule: PT1M\n      change_data_feed: true\n',
    ),
    { file: 'w.yml' },
  )
  expect(findings).toEqual([
    expect.objectContaining({ ruleId: 'LB016', level: 'warn', line: 6, column: 17, length: 4 }),
  ])
  expect(workload?.sync.tables[0]?.schedule?.intervalSeconds).toBe(60)
})

test('everything that is wrong is told at once', () => {
  const text =
    'target: { cloud: gpc, tier: free }\ncompute: { min_cu: 0.7, mx: 3 }\nbranches: [{ nam: dev }]\nfoo: 1\n'
  const { findings } = parseWorkload(text, { file: 'w.yml' })
  expect(
    findings.map(({ line, column, ruleId, suggestion }) => [line, column, ruleId, suggestion]),
  ).toEqual([
    [1, 18, 'LB007', 'gcp'],
    [1, 29, 'LB007', undefined],
    [2, 20, 'LB006', undefined],
    [2, 25, 'LB003', undefined],
    [3, 12, 'LB004', undefined],
    [3, 12, 'LB004', undefined],
    [3, 12, 'LB004', undefined],
    [3, 14, 'LB003', 'name'],
    [4, 1, 'LB003', undefined],
  ])
})
