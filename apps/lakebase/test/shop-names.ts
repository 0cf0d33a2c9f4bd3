import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { root } from './run-built.js'

const shop = join(root, 'examples/shop')

/** Tables, columns, literals and files that only this workload has: words with a sign of their own. */
export function namesOfTheShop(): ReadonlySet<string> {
  const files = ['workload.yml', 'tables.sql', ...readdirSync(join(shop, 'queries'))]
  const texts = files.map((name) =>
    readFileSync(
      join(shop, name.endsWith('.sql') && name !== 'tables.sql' ? 'queries' : '', name),
      'utf8',
    ),
  )
  const columns = [...(texts[1] ?? '').matchAll(/^ {2}([a-z]+_[a-z_]+) /gm)].map(
    ([, name = '']) => name,
  )
  const tables = [...(texts[0] ?? '').matchAll(/name: main\.shop\.(\w+)/g)].map(
    ([, name = '']) => name,
  )
  const others = ['shop', 'nightly', 'hourly', 'voucher', 'restock', 'loyalty', 'low_stock']
  const names = new Set([...columns, ...tables.filter((name) => name.includes('_')), ...others])
  expect(names.size).toBeGreaterThan(20)
  return names
}
