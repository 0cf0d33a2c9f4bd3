import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A query in both dialects. */
export interface BenchmarkQuery {
  readonly name: string
  readonly databricks: string
  /** Written by hand for PostgreSQL, from the same text of the specification. */
  readonly postgres?: string
}

export interface Benchmark {
  readonly name: string
  readonly schema: string
  readonly queries: readonly BenchmarkQuery[]
}

/** The texts of a folder: `schema.sql`, `q01.sql` and beside it `q01.pg.sql`. */
export function readBenchmark(name: string, folder: string): Benchmark {
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  const files = readdirSync(folder).sort()
  const queries = files.flatMap((file): readonly BenchmarkQuery[] => {
    const query = /^(q\d+[ab]?)\.sql$/.exec(file)?.[1]
    if (query === undefined) return []
    const byHand = `${query}.pg.sql`
    return [
      {
        name: query,
        databricks: read(file),
        ...(files.includes(byHand) && { postgres: read(byHand) }),
      },
    ]
  })
  return { name, schema: read('schema.sql'), queries }
}
