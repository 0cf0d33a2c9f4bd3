import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseYaml } from '@lakebase/config'
import { Ajv } from 'ajv'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { scenarioJsonSchema } from '../scripts/scenario-json-schema.js'
import { parseScenario } from '../src/scenario/parse-scenario.js'

const written = JSON.parse(
  readFileSync(join(import.meta.dirname, '../scenario.schema.json'), 'utf8'),
)
const accepts = new Ajv({ strict: false }).compile(written)
const plain = (yaml: string) => parseYaml(v.unknown(), yaml, 's.yml').value

test('scenario.schema.json is up to date: pnpm turbo schema writes it', () => {
  expect(written).toEqual(scenarioJsonSchema())
})

test.each([
  'scripts: { one: select 1 }\nload: { rate: 500/s, duration: 1 min, warm_up: 5s }',
  'queries: { one: { sql: "select :a", parameters: { a: { uniform: [1, 10] } } } }\nload: { clients: 4, duration: 1s, think_time: { uniform: [1ms, 2ms] } }',
  'scripts: { b: { builtin: select-only, weight: 2, objectives: { p99.9: 1s } } }\nload: { stages: [{ rate: 10, duration: 1s }, { ramp_to: 20/s, duration: 1s, measured: false }] }\nobjectives: { errors: 0.1%, throughput: 10/s }',
])('an editor accepts what parseScenario does: %s', (yaml) => {
  expect(parseScenario(yaml, 's.yml').scenarios).toBeDefined()
  expect(accepts(plain(yaml)), JSON.stringify(accepts.errors)).toBe(true)
})

test.each([
  'scripts: { one: 1 }\nload: { rate: 500/s, duration: 1s }',
  'scripts: { one: select 1 }\nload: { rates: 500/s }',
  'scripts: { one: select 1 }',
  'scripts: { one: { builtin: tpcc } }\nload: { clients: 1, duration: 1s }',
])('an editor refuses what parseScenario does: %s', (yaml) => {
  expect(parseScenario(yaml, 's.yml').scenarios).toBeUndefined()
  expect(accepts(plain(yaml))).toBe(false)
})

test('every key says what it is, and times and rates say how they are written', () => {
  const { properties = {} } = scenarioJsonSchema()
  const silent = Object.entries(properties).filter(
    ([, schema]) => typeof schema === 'object' && !('description' in schema),
  )
  expect(silent.map(([key]) => key)).toEqual([])
  expect(properties).toMatchObject({
    load: {
      properties: {
        rate: {
          description: expect.stringContaining('Open loop'),
          examples: ['500/s', '1.5k/s', '30000/min'],
        },
        warm_up: {
          description: expect.stringContaining('kept out of the figures'),
          examples: ['500ms', '30s', '5 min'],
        },
      },
    },
  })
})
