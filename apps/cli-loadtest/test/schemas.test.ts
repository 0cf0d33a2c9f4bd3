import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { jsonSchemas } from '../scripts/json-schemas.js'
import { schemaErrors } from './published-schema.js'

test('the schemas in the repository are those of the types', { timeout: 120_000 }, () => {
  for (const [name, schema] of jsonSchemas()) {
    const file = resolve(import.meta.dirname, `../schemas/${name}.schema.json`)
    expect(JSON.parse(readFileSync(file, 'utf8')), name).toEqual(JSON.parse(JSON.stringify(schema)))
  }
})

test('a document that says more or less than its schema is refused', () => {
  const exit = { code: 0, reason: 'ok' }
  const document = { ok: true, schemaVersion: 1, kind: 'history', runs: [], exit }
  const errors = (changed: object) => schemaErrors('history', JSON.stringify(changed))
  expect(errors(document)).toEqual([])
  expect(errors({ ...document, more: 1 })).toHaveLength(1)
  expect(errors({ ...document, exit: { code: 9, reason: 'no such code' } })).not.toEqual([])
})
