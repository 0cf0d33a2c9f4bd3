import { readFileSync } from 'node:fs'
import type { RunSql, SqlRow } from '../../src/measure/run-sql.js'

/** What PostgreSQL 17 said of a table that was loaded from Spark's rows. */
interface RecordedSize {
  readonly name: string
  readonly rows: number
  readonly primaryKey: readonly string[]
  readonly indexes: readonly (readonly string[])[]
  readonly heapBytes: number
  readonly toastHeapBytes: number
  readonly toastIndexBytes: number
  readonly indexBytes: readonly number[]
  readonly totalBytes: number
}

interface Recording {
  /** Version of Spark. */
  readonly spark: string
  readonly sampleRows: number
  readonly sizes: readonly RecordedSize[]
  readonly answers: Readonly<
    Record<
      string,
      | { readonly error: string }
      | { readonly columns: readonly string[]; readonly rows: readonly (readonly unknown[])[] }
    >
  >
}

/** Made by `accuracy/spark/record.ts` on a real Spark with Delta, and a real PostgreSQL. */
export const recording: Recording = JSON.parse(
  readFileSync(new URL('golden/spark.json', import.meta.url), 'utf8'),
)

/** Answers what Spark answered to the very statement. */
export const replay: RunSql = async (statement) => {
  const answer = recording.answers[statement]
  if (answer === undefined) {
    throw new Error(`Spark was not asked this; record again, see accuracy/spark: ${statement}`)
  }
  if ('error' in answer) throw new Error(answer.error)
  const { columns, rows } = answer
  return rows.map((row): SqlRow => Object.fromEntries(columns.map((name, at) => [name, row[at]])))
}
