import * as v from 'valibot'
import { expect, test } from 'vitest'
import { parseYaml } from './parse-yaml.js'

const schema = v.strictObject({
  rate: v.optional(v.number()),
  steps: v.optional(
    v.array(
      v.variant('kind', [
        v.strictObject({ kind: v.literal('sleep'), seconds: v.number() }),
        v.strictObject({ kind: v.literal('run'), file: v.string() }),
      ]),
    ),
  ),
  labels: v.optional(v.record(v.string(), v.string())),
})

function lines(text: string): readonly string[] {
  return parseYaml(schema, text, 'f.yml').findings.map(
    ({ line, column, length, ruleId, message }) =>
      `${line}:${column}+${length} ${ruleId} ${message}`,
  )
}

test('a file that fits gives its value and nothing to say', () => {
  const { value, findings } = parseYaml(schema, 'rate: 5\n', 'f.yml')
  expect(value).toEqual({ rate: 5 })
  expect(findings).toEqual([])
})

test('errors of syntax come all at once, with their places', () => {
  expect(lines('rate: 1\nrate: 2\nlabels:\n\ta: b\n')).toEqual([
    '2:1+4 LB002 key "rate" stands here a second time',
    '4:1+1 LB001 a tab as indentation',
  ])
})

test('an unknown tag is a warning, and the value counts as text', () => {
  expect(lines('labels: { a: !!binary x }')).toEqual([
    '1:14+8 LB001 unresolved tag: tag:yaml.org,2002:binary',
  ])
})

test('unknown keys are found in the alternative that was meant', () => {
  expect(lines('steps:\n  - { kind: sleep, seconds: 1, secs: 2, file: x }\n')).toEqual([
    '2:32+4 LB003 unknown key "secs"',
    '2:41+4 LB003 unknown key "file"',
  ])
})

test('an unknown alternative names those that exist', () => {
  const { findings } = parseYaml(schema, 'steps: [{ kind: slep }]', 'f.yml')
  expect(findings).toEqual([
    expect.objectContaining({ ruleId: 'LB007', expected: 'sleep, run', suggestion: 'sleep' }),
  ])
})

test('a wrong value behind aliases is told once, where it is written', () => {
  const text = 'steps:\n  - &s { kind: sleep, seconds: x }\n  - *s\n  - { <<: *s, kind: sleep }\n'
  expect(lines(text)).toEqual(['2:32+1 LB005 seconds: expected a number, got "x"'])
})

test('locate gives key or value, and the nearest part above when there is none', () => {
  const { source } = parseYaml(schema, 'rate: 5\nlabels:\n  a: b\n', 'f.yml')
  const at = (path: readonly (string | number)[], part?: 'key' | 'value') => {
    const { line, column, length } = source.locate(path, part)
    return `${line}:${column}+${length}`
  }
  expect(at(['rate'])).toBe('1:7+1')
  expect(at(['rate'], 'key')).toBe('1:1+4')
  expect(at(['labels', 'a'])).toBe('3:6+1')
  expect(at(['labels', 'b'])).toBe('2:1+6')
  expect(at(['labels', 'b', 0, 'c'])).toBe('2:1+6')
  expect(at(['nothing'])).toBe('1:1+7')
})

test('an excerpt never shows a secret, nor does a message', () => {
  const token = `${'dapi'}${'0f'.repeat(16)}`
  const { findings } = parseYaml(schema, `rate: ${token}\n${token}: 1\n`, 'f.yml')
  expect(findings.map(({ ruleId }) => ruleId)).toEqual(['LB050', 'LB050', 'LB003', 'LB005'])
  expect(JSON.stringify(findings)).not.toContain(token)
})

test.each([
  ['above', '# lakebase-ignore LB016: agreed\nrate: 5\n', 2],
  ['above, among other comments', '# lakebase-ignore LB016: agreed\n# more\n\nrate: 5\n', 4],
  ['on the same line', 'rate: 5 # lakebase-ignore LB016: agreed\n', 1],
])('a comment %s silences its rule, and only that', (_name, text, line) => {
  const { source, findings } = parseYaml(schema, text, 'f.yml')
  const finding = { level: 'warn', message: 'x', file: 'f.yml', line } as const
  const other = { ...finding, ruleId: 'LB017' }
  const elsewhere = { ...finding, ruleId: 'LB016', line: line + 1 }
  expect(findings).toEqual([])
  expect(source.applyIgnores([{ ...finding, ruleId: 'LB016' }, other, elsewhere])).toEqual([
    other,
    elsewhere,
  ])
})

test('a finding about the bundle can be ignored in the workload file too', () => {
  const { findings } = parseYaml(v.object({}), '# lakebase-ignore BG043: tried it\n{}\n', 'w.yml')
  expect(findings).toEqual([])
})

test.each([
  ['# lakebase-ignore LB016', 'the reason for ignoring LB016 is missing'],
  ['# lakebase-ignore LB016:', 'the reason for ignoring LB016 is missing'],
  ['# lakebase-ignore LB999: why', 'there is no rule LB999'],
  ['# lakebase-ignore', 'no rule is named'],
  ['# lakebase-ignore LB001: why', 'LB001 cannot be ignored: without it the file has no meaning'],
  ['# lakebase-ignore LB014: why', 'LB014 cannot be ignored: without it the file has no meaning'],
])('%s is a finding itself', (comment, message) => {
  const { findings, source } = parseYaml(schema, `rate: 5 ${comment}\n`, 'f.yml')
  expect(findings).toEqual([
    expect.objectContaining({ ruleId: 'LB051', level: 'warn', line: 1, column: 9, message }),
  ])
  const error = { ruleId: 'LB014', level: 'error', message: 'x', file: 'f.yml', line: 1 } as const
  expect(source.applyIgnores([error])).toEqual([error])
})

test('explain replaces what the general words say', () => {
  const { findings } = parseYaml(schema, 'rate: x', 'f.yml', () => ({
    ruleId: 'LB014',
    message: 'no rate',
    why: 'because',
  }))
  expect(findings[0]).toMatchObject({ ruleId: 'LB014', message: 'rate: no rate', why: 'because' })
})

test('unknown keys are told in the values of a record as well, with the key that was meant', () => {
  const perName = v.strictObject({
    queries: v.record(v.string(), v.union([v.string(), v.strictObject({ weight: v.number() })])),
  })
  const { findings } = parseYaml(perName, 'queries: { a: x, b: { wieght: 1, foo: 2 } }', 'f.yml')
  expect(findings.map(({ ruleId, column, suggestion }) => [ruleId, column, suggestion])).toEqual([
    ['LB003', 23, 'weight'],
    ['LB003', 34, undefined],
    ['LB004', 21, undefined],
  ])
})
