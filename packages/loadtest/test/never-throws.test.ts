import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseScenario } from '../src/scenario/parse-scenario.js'

const examples = join(import.meta.dirname, '../../../examples')
const read = (path: string) => readFileSync(join(examples, path), 'utf8')
const wrong = join(import.meta.dirname, 'wrong')
const SAMPLES = [
  read('shop/loadtest.yml'),
  read('legacy/concurrency_config.yaml'),
  ...readdirSync(wrong).map((file) => readFileSync(join(wrong, file), 'utf8')),
]
const SQL = String.raw`-- WEIGHT: 2
-- PARAM a = values(1.5, 'x', null)
\set b random(1, :scale * 10) + case when :client_id > 1 then 2 else 3 end
\sleep 5 ms
BEGIN;
\startpipeline
SELECT :a, :b::int, arr[1:n], ARRAY[:b], $$ :x $$, E'\'' /* :y /* */ */ FROM t;
\endpipeline
END;`

const piece = fc.constantFrom(
  ...[
    '',
    ' ',
    '\n',
    ':',
    '-',
    '- ',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    '#',
    '|',
    '0',
    '-1',
    '1e999',
    'null',
  ],
  ...[
    `\${A}`,
    '\\',
    '\\set x ',
    '$$',
    '/*',
    '*/',
    '::',
    ':a',
    '%s',
    '-- PARAM a = ',
    ';',
    '(',
    ')',
    '/s',
    '10s',
    'ö',
    '&a',
    '*a',
  ],
)
const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(12),
  piece,
})
type Mutation = { readonly at: number; readonly cut: number; readonly piece: string }

function mutate(text: string, { at, cut, piece: put }: Mutation): string {
  const from = Math.floor(text.length * at)
  return text.slice(0, from) + put + text.slice(from + cut)
}

const damaged = (texts: readonly string[]) =>
  fc
    .tuple(fc.constantFrom(...texts), fc.array(mutation, { minLength: 1, maxLength: 4 }))
    .map(([text, mutations]) => mutations.reduce(mutate, text))

function check(yaml: string, sql: string): void {
  const { scenarios, findings } = parseScenario(yaml, 's.yml', {
    readText: () => sql,
    env: { A: 'a' },
  })
  const errors = findings.filter(({ level }) => level === 'error')
  expect(scenarios === undefined).toBe(errors.length > 0)
  for (const { file, line = 0, column = 0, length = 0 } of findings) {
    const lines = (file === 's.yml' ? yaml : sql).split('\n')
    expect(line).toBeGreaterThan(0)
    expect(line).toBeLessThanOrEqual(lines.length)
    expect(column + length).toBeGreaterThan(1)
  }
}

test('damaged scenarios give a scenario or errors, each with a place that exists', {
  timeout: 300_000,
}, () => {
  fc.assert(
    fc.property(damaged(SAMPLES), (yaml) => check(yaml, 'select 1')),
    { numRuns: 400, seed: 20_261_128 },
  )
})

test('damaged SQL files give a scenario or errors, each with a place that exists', {
  timeout: 300_000,
}, () => {
  const yaml = 'scripts: { q: { file: q.sql } }\nload: { clients: 2, duration: 1s }'
  fc.assert(
    fc.property(damaged([SQL]), (sql) => check(yaml, sql)),
    { numRuns: 2000, seed: 20_261_128 },
  )
})
