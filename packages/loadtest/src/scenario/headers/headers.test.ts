import { expect, test } from 'vitest'
import { parseScenario } from '../parse-scenario.js'

const read = (sql: string, yaml = 'scripts: { q: { file: q.sql } }') =>
  parseScenario(`${yaml}\nload: { clients: 1, duration: 1s }`, 's.yml', { readText: () => sql })

const scriptOf = (sql: string) => {
  const { scenarios, findings } = read(sql)
  expect(findings.filter(({ level }) => level === 'error')).toEqual([])
  return scenarios?.[0]?.scripts[0]
}
const generators = (sql: string) =>
  scriptOf(sql)?.steps.flatMap((step) => (step.kind === 'set' ? step.generator : []))

test.each([
  ['random(1, 240000)', { kind: 'uniform', from: 1, to: 240_000 }],
  ['random(-5, -1)', { kind: 'uniform', from: -5, to: -1 }],
  ['random(0.5, 2.25)', { kind: 'decimal', from: 0.5, to: 2.25, digits: 2 }],
  ['values(1.5, 2)', { kind: 'choice', values: [1.5, 2] }],
  ["values('CA', 'N,Y', 'it''s', \"TX\")", { kind: 'choice', values: ['CA', 'N,Y', "it's", 'TX'] }],
  ['VALUES(1, -2, true, null) -- all of them', { kind: 'choice', values: [1, -2, true, null] }],
  ['zipfian(1, 1000, 1.2)', { kind: 'zipfian', from: 1, to: 1000, exponent: 1.2 }],
  ['sequence(5)', { kind: 'sequence', from: 5, step: 1 }],
  [
    "date('2024-01-01', '2024-12-31')",
    { kind: 'date', from: '2024-01-01', to: '2024-12-31', unit: 'day' },
  ],
  ['uuid()', { kind: 'uuid' }],
])('PARAM a = %s', (form, generator) => {
  expect(generators(`-- PARAM a = ${form}\nselect :a`)).toEqual([generator])
})

test('what looks like a placeholder and is none is left alone', () => {
  const script = scriptOf(
    "-- WEIGHT: 40\n-- PARAM a = random(1, 10)\nselect 'x:a', arr[1:n], a::int /* :b */ from t -- trailing :c\nwhere a = :a and b like 'foo%' and c % s = 1;",
  )
  expect(script).toMatchObject({
    weight: 40,
    steps: [
      {},
      {
        sql: "select 'x:a', arr[1:n], a::int /* :b */ from t -- trailing :c\nwhere a = $1 and b like 'foo%' and c % s = 1",
        parameters: [0],
      },
    ],
  })
})

test('rows of PARAMETERS are drawn together, one for each %s, and EXEC_COUNT is their weight', () => {
  const { scenarios, findings } = read(
    '-- PARAMETERS: [[1, "A", 100], [2, "B", 50]]\n-- EXEC_COUNT: 40\nSELECT * FROM c WHERE a = %s AND b = %s LIMIT %s;',
  )
  expect(findings).toMatchObject([
    {
      ruleId: 'LT015',
      level: 'note',
      line: 2,
      message: 'EXEC_COUNT is taken as the weight: 40 × 2 rows of PARAMETERS',
    },
  ])
  expect(scenarios?.[0]?.scripts[0]).toMatchObject({
    weight: 80,
    steps: [
      { slot: 0, generator: { kind: 'uniform', from: 0, to: 1 } },
      { slot: 1, generator: { kind: 'lookup', slot: 0, values: [1, 2] } },
      { slot: 2, generator: { kind: 'lookup', slot: 0, values: ['A', 'B'] } },
      { slot: 3, generator: { kind: 'lookup', slot: 0, values: [100, 50] } },
      { sql: 'SELECT * FROM c WHERE a = $1 AND b = $2 LIMIT $3', parameters: [1, 2, 3] },
    ],
  })
})

test('rows may name their columns', () => {
  expect(
    generators('-- PARAMETERS: [{"a": 1, "b": "x"}, {"a": 2, "b": "y"}]\nselect :b, :a'),
  ).toEqual([
    { kind: 'uniform', from: 0, to: 1 },
    { kind: 'lookup', slot: 0, values: ['x', 'y'] },
    { kind: 'lookup', slot: 0, values: [1, 2] },
  ])
})

test('files of the converter say which name each $1 was', () => {
  const sql = `-- Converted from Databricks SQL to PostgreSQL 17 by Lakebase Accelerator 0.0.0.
-- Statements: 3 converted.
-- Parameters of statement 1 (line 2): $1 = :customer_id, $2 = :page_size
-- Parameters of statement 3 (line 9): $1 = ?

SELECT 1 FROM orders WHERE customer_id = $1 LIMIT $2;
SELECT 2;
SELECT 3 FROM orders WHERE order_id = $1 OR parent_id = $1`
  const parameters = '{ customer_id: 7, page_size: 10, p1: 3 }'
  const { findings, scenarios } = read(
    sql,
    `scripts: { q: { file: q.sql, parameters: ${parameters} } }`,
  )
  expect(findings).toEqual([])
  expect(scenarios?.[0]?.scripts[0]).toMatchObject({
    variables: ['customer_id', 'page_size', 'p1'],
    steps: [
      {},
      {},
      {},
      { sql: 'SELECT 1 FROM orders WHERE customer_id = $1 LIMIT $2', parameters: [0, 1] },
      { sql: 'SELECT 2', parameters: [] },
      { sql: 'SELECT 3 FROM orders WHERE order_id = $1 OR parent_id = $1', parameters: [2] },
    ],
  })
  expect(read(sql).findings[0]).toMatchObject({
    ruleId: 'LT003',
    line: 6,
    message: ':customer_id is not declared',
  })
})

test('prose is no header', () => {
  const script = scriptOf('-- weight of the parcel\n-- Parameters are few\n-- param eter\nselect 1')
  expect(script).toMatchObject({ weight: 1 })
})

test('the scenario says more than the header, which is told', () => {
  const { findings, scenarios } = read(
    '-- PARAM a = random(1, 10)\nselect :a',
    'scripts: { q: { file: q.sql, weight: 3, parameters: { a: 7 } } }',
  )
  expect(findings).toMatchObject([
    { ruleId: 'LT016', level: 'warn', file: 'q.sql', line: 1, column: 10 },
  ])
  expect(scenarios?.[0]?.scripts[0]).toMatchObject({
    weight: 3,
    steps: [{ generator: { value: 7 } }, {}],
  })
})

test.each([
  ['-- PARAM a = rand(1, 10)\nselect :a', 'LT013', 1, 'PARAM a: there is no rand()'],
  ['-- PARAM a = random(1)\nselect :a', 'LT013', 1, 'PARAM a: random takes two numbers'],
  ["-- PARAM a = random('1', 2)\nselect :a", 'LT013', 1, 'PARAM a: random takes two numbers'],
  [
    '-- PARAM a = random(10, 1)\nselect :a',
    'LT007',
    1,
    'PARAM a: 10 is above 1: the range is empty',
  ],
  ['-- PARAM a random(1, 2)\nselect :a', 'LT013', 1, 'PARAM must be a name, = and how it is drawn'],
  ['-- PARAM a = values(1, 2\nselect :a', 'LT013', 1, 'PARAM a: values(1, 2 is no list of values'],
  [
    '-- PARAM a = values(1) or so\nselect :a',
    'LT013',
    1,
    'PARAM a: values(1) or so is no list of values',
  ],
  ['-- PARAM a = random(1, 2)\nselect 1', 'LT004', 1, 'no statement of "q" uses the parameter "a"'],
  ['-- PARAM a = random(1, 2)\nselect :a, :b', 'LT003', 2, ':b is not declared'],
  ['-- WEIGHT: many\nselect 1', 'LT013', 1, 'WEIGHT must be a number above 0, not "many"'],
  ['-- WEIGHT: 0\nselect 1', 'LT013', 1, 'WEIGHT must be a number above 0, not "0"'],
  ['-- PARAMETERS: [[1], [2, 3]]\nselect %s', 'LT013', 1, 'the rows of PARAMETERS are not alike'],
  [
    '-- PARAMETERS: [[1, 2]]\nselect %s',
    'LT013',
    1,
    'the SQL has 1 times %s, but the rows of PARAMETERS have 2 values',
  ],
  ['-- PARAMETERS: [1\nselect %s', 'LT013', 1, 'PARAMETERS must be a JSON list of rows'],
  [
    '-- PARAMETERS: id, page\nselect 1',
    'LT004',
    1,
    'no statement uses "id", which PARAMETERS names',
  ],
])('%j is %s in line %i: %s', (sql, ruleId, line, message) => {
  const [first] = read(sql).findings.filter(({ level }) => level === 'error')
  expect(first).toMatchObject({ ruleId, line, file: 'q.sql', message })
})
