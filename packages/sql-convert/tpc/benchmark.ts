import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A query in both dialects. */
export interface BenchmarkQuery {
  readonly name: string
  /** The same question in words that Databricks has and the specification does not use. */
  readonly isVariant: boolean
  readonly databricks: string
  /** Written by hand for PostgreSQL, from the same text of the specification. */
  readonly postgres?: string
}

export interface Benchmark {
  readonly name: string
  readonly schema: string
  readonly queries: readonly BenchmarkQuery[]
}

/** The texts of a folder: `schema.sql`, `q01.sql`, here and there `q01.variant.sql`, and beside them `q01.pg.sql`. */
export function readBenchmark(name: string, folder: string): Benchmark {
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  const files = readdirSync(folder).sort()
  const queries = files.flatMap((file): readonly BenchmarkQuery[] => {
    const [, query, variant] = /^(q\d+[ab]?)(\.variant)?\.sql$/.exec(file) ?? []
    if (query === undefined) return []
    const byHand = `${query}.pg.sql`
    return [
      {
        name: `${query}${variant ?? ''}`,
        isVariant: variant !== undefined,
        databricks: read(file),
        ...(files.includes(byHand) && { postgres: read(byHand) }),
      },
    ]
  })
  return { name, schema: read('schema.sql'), queries }
}
