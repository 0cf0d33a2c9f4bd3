import { expect, test } from 'vitest'
import { compileScript } from '../../generate/compile-script.js'
import type { ParameterValue } from '../generator.js'
import { parseScenario } from '../parse-scenario.js'

const read = (sql: string, more = '') =>
  parseScenario(
    `scripts: { s: { file: s.sql } }\n${more}\nload: { clients: 4, duration: 1s }`,
    'a.yml',
    {
      readText: () => sql,
    },
  )
const scriptOf = (sql: string, more = '') => {
  const { scenarios, findings } = read(sql, more)
  expect(findings).toEqual([])
  const [script] = scenarios?.[0]?.scripts ?? []
  if (!script) throw new Error('no script')
  return script
}

const SCRIPT = String.raw`
-- a comment with a :name
\set aid random(1, 100000 * :scale)
\set delta random(-5000, \
  5000)
\sleep 20 ms
BEGIN;
\startpipeline
UPDATE accounts SET balance = balance + :delta WHERE aid = :aid;
SELECT balance::text, arr[1:n] FROM accounts WHERE aid = :aid;
\endpipeline
\sleep :delta us
END;
`

test('a script is read as pgbench does: values, pauses, statements, pipelines', () => {
  const script = scriptOf(SCRIPT, 'scale: 3')
  expect(script.variables).toEqual(['aid', 'delta'])
  expect(script.steps).toEqual([
    { kind: 'set', slot: 0, generator: { kind: 'uniform', from: 1, to: 300_000 } },
    { kind: 'set', slot: 1, generator: { kind: 'uniform', from: -5000, to: 5000 } },
    { kind: 'sleep', ms: { kind: 'constant', value: 20 } },
    { kind: 'statement', id: '1 BEGIN', sql: 'BEGIN', parameters: [] },
    {
      kind: 'statement',
      id: '2 UPDATE',
      sql: 'UPDATE accounts SET balance = balance + $1 WHERE aid = $2',
      parameters: [1, 0],
      pipeline: 1,
    },
    {
      kind: 'statement',
      id: '3 SELECT',
      sql: 'SELECT balance::text, arr[1:n] FROM accounts WHERE aid = $1',
      parameters: [0],
      pipeline: 1,
    },
    { kind: 'sleep', ms: expect.objectContaining({ kind: 'expression' }) },
    { kind: 'statement', id: '4 END', sql: 'END', parameters: [] },
  ])
})

test('what is set twice has two values, and each statement the one before it', () => {
  const script = scriptOf('\\set a 1\nselect :a;\n\\set a :a + 1\nselect :a;')
  expect(script.variables).toEqual(['a', 'a'])
  const values: ParameterValue[] = []
  compileScript(script, { seed: 1, worker: 0, workers: 1 }).draw(0, 0, values)
  expect(values).toEqual([1, 2])
  expect(
    script.steps.flatMap((step) => (step.kind === 'statement' ? step.parameters : [])),
  ).toEqual([0, 1])
})

test('definitions and what pgbench sets by itself are known', () => {
  const script = scriptOf(
    '\\set a :n * 2\nselect :a, :b, :client_id, :scale, :random_seed',
    'definitions: { n: 21, b: text }\nseed: 5\nscale: 7',
  )
  const values: ParameterValue[] = []
  compileScript(script, { seed: 5, worker: 0, workers: 1 }).draw(0, 3, values)
  const used = script.steps.flatMap((step) => (step.kind === 'statement' ? step.parameters : []))
  expect(used.map((slot) => values[slot])).toEqual([42, 'text', 3, 7, 5])
})

test.each([
  ['tpcb-like', ['1 BEGIN', '2 UPDATE', '3 SELECT', '4 UPDATE', '5 UPDATE', '6 INSERT', '7 END']],
  ['simple-update', ['1 BEGIN', '2 UPDATE', '3 SELECT', '4 INSERT', '5 END']],
  ['select-only', ['b']],
])("pgbench's %s is built in", (name, ids) => {
  const { scenarios, findings } = parseScenario(
    `scale: 10\nscripts: { b: { builtin: ${name} } }\nload: { clients: 1, duration: 1s }`,
    'a.yml',
  )
  expect(findings.filter(({ level }) => level === 'error')).toEqual([])
  const steps = scenarios?.[0]?.scripts[0].steps ?? []
  expect(steps[0]).toMatchObject({ generator: { kind: 'uniform', from: 1, to: 1_000_000 } })
  expect(steps.flatMap((step) => (step.kind === 'statement' ? step.id : []))).toEqual(ids)
})

test.each([
  [
    '\\if :x > 1\nselect 1;\n\\endif',
    'LT011',
    1,
    '\\if does nothing here',
    'Write a script for each case',
  ],
  ['select 1 \\gset', 'LT011', 1, '\\gset does nothing here', 'Results are not read'],
  ['\\shell ls\nselect 1', 'LT011', 1, '\\shell does nothing here', 'No command of the shell'],
  [
    '\\setshell a ls\nselect 1',
    'LT011',
    1,
    '\\setshell does nothing here',
    'No command of the shell',
  ],
  ['\\foo\nselect 1', 'LT011', 1, '\\foo is no meta command', undefined],
  ['\\startpipeline\nselect 1;', 'LT011', 1, '\\startpipeline without \\endpipeline', undefined],
  ['select 1;\n\\endpipeline', 'LT011', 2, '\\endpipeline without \\startpipeline', undefined],
  ['select 1;\n\\set a random(1, 10) +\nselect :a', 'LT012', 2, 'expected a number', undefined],
  ['select 1;\n\\set a :b + 1\nselect :a', 'LT012', 2, ':b has not been set before', undefined],
  ['\\set 1,5\nselect 1', 'LT012', 1, '\\set takes a name and an expression', undefined],
  ['\\sleep soon\nselect 1', 'LT012', 1, '\\sleep takes a number and us, ms or s', undefined],
  ['\\set a debug(1)\nselect :a', 'LT012', 1, 'there is no function debug', 'Take it out'],
  ['select :a', 'LT003', 1, ':a is not declared', undefined],
  [
    'select t_:client_id from t',
    'LT014',
    1,
    ':client_id is part of a name',
    'A parameter is a value.',
  ],
  ["\\set a 1\nselect ':a', :a", 'LT014', 2, ':a stands in a string', 'Take the quotes off'],
  ['select $1', 'LT014', 1, '$1 has no name', 'Name it'],
  ["select 'x", 'LT005', 1, 'the string has no end', undefined],
  ['copy t from stdin', 'LT005', 1, 'COPY from or to the client', 'Write INSERT'],
  ['begin; select 1', 'LT020', 1, 'the transaction has no end', 'Write COMMIT'],
  ['-- nothing', 'LT005', 1, '"s" has no statement', undefined],
])('%j is %s in line %i: %s', (sql, ruleId, line, message, hint) => {
  expect(read(sql).findings[0]).toMatchObject({
    ruleId,
    file: 's.sql',
    line,
    message: expect.stringContaining(message),
    ...(hint === undefined ? {} : { hint: expect.stringContaining(hint) }),
  })
})
