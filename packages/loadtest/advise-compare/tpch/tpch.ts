import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createConverter } from '@lakebase/sql-convert'
import type { Workload } from '../workload.js'

/** The 22 queries of TPC-H as sql-convert has them by hand, each as often as the others. */
export function tpch(folder: string): Workload {
  const tables = createConverter().convert(readFileSync(join(folder, 'schema.sql'), 'utf8'))
  const queries = readdirSync(folder)
    .filter((file) => file.endsWith('.pg.sql'))
    .map((file) => ({
      id: file.replace('.pg.sql', ''),
      sql: readFileSync(join(folder, file), 'utf8').replace(/;\s*$/, ''),
      weight: 1,
    }))
  return {
    name: 'TPC-H',
    setup: [
      ...tables.statements.flatMap(({ sql }) => sql),
      ...readFileSync('advise-compare/tpch/fill.sql', 'utf8').split(';\n'),
    ],
    queries,
  }
}
