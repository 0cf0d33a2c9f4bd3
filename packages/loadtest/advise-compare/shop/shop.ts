import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createConverter, sparkCompatSql } from '@lakebase/sql-convert'
import type { WorkloadQuery } from '../../src/advise/advise-options.js'
import type { Workload } from '../workload.js'

/** Calls in a minute of the shop, and values of its pages, by file and place within it. */
const CALLS: Readonly<Record<string, Pick<WorkloadQuery, 'weight' | 'samples'>>> = {
  'current_prices 1': { weight: 600, samples: [['SKU-7,SKU-801,SKU-1500', 'EUR']] },
  'low_stock 1': { weight: 1 },
  'add_points 1': { weight: 30, samples: [[120, 4711]] },
  'vouchers 1': { weight: 1 },
  'order_page 1': { weight: 400, samples: [[4711], [200_000]] },
  'orders_of_customer 1': {
    weight: 900,
    samples: [
      [4711, 20],
      [12, 20],
    ],
  },
  'reviews_of_product 1': { weight: 300 },
  'reviews_of_product 2': { weight: 50, samples: [['SKU-801']] },
  'sales_by_day 1': { weight: 1 },
}

/** The sample workload of this repository, converted. */
export function shop(folder: string): Workload {
  const converter = createConverter()
  const tables = converter.convert(readFileSync(join(folder, 'tables.sql'), 'utf8'))
  const names = new Set<string>()
  const queries = readdirSync(join(folder, 'queries')).flatMap((file) => {
    const { statements } = converter.convert(readFileSync(join(folder, 'queries', file), 'utf8'))
    return statements.flatMap(
      ({ status, sql, compatFunctions }, place): readonly WorkloadQuery[] => {
        const id = `${file.replace('.sql', '')} ${place + 1}`
        const calls = CALLS[id]
        if (status !== 'converted' || !calls) return []
        for (const name of compatFunctions) names.add(name)
        // The old job put values in as text; here stands one.
        return [{ id, sql: sql.join(';').replace(/\$\{sku\}/, 'SKU-801'), ...calls }]
      },
    )
  })
  return {
    name: 'shop',
    setup: [
      sparkCompatSql([...names]),
      'CREATE SCHEMA shop',
      ...tables.statements.flatMap(({ sql }) => sql),
      ...readFileSync('advise-compare/shop/fill.sql', 'utf8').split(';\n'),
    ],
    queries,
  }
}
