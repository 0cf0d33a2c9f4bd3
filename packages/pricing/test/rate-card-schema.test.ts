import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { rateCardJsonSchema } from '../scripts/rate-card-json-schema.js'
import { latestRateCardFile, parseRateCard } from '../src/index.js'

const written = JSON.parse(
  readFileSync(join(import.meta.dirname, '../rate-card.schema.json'), 'utf8'),
)
const accepts = new Ajv().compile(written)

test('rate-card.schema.json is what the source says (else run: pnpm schema)', () => {
  expect(written).toEqual(JSON.parse(JSON.stringify(rateCardJsonSchema())))
})

test('an editor accepts the card that this package carries', () => {
  expect(accepts(latestRateCardFile), JSON.stringify(accepts.errors)).toBe(true)
})

test.each([
  ['another currency', { currency: 'EUR' }],
  ['an unknown key', { rates: {} }],
  ['a list of prices', { prices: [] }],
  ['a discount on something else', { discounts: [{ id: 'a', appliesTo: 'all' }] }],
])('editor and reader refuse %s', (_name, change) => {
  const card = { ...Object(latestRateCardFile), ...change }
  expect(accepts(card)).toBe(false)
  expect(() => parseRateCard(card)).toThrow()
})
