import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, startDatabase } from '../corpus/database.js'
import { tpcDs, tpcH } from './benchmarks.js'
import { type Outcome, runBenchmark } from './run-benchmark.js'
import { summaryLines } from './summary.js'

const FOLDER = import.meta.dirname
const README = readFileSync(join(FOLDER, '../docs/measured.md'), 'utf8')

let database: Database

beforeAll(async () => {
  database = await startDatabase()
})

afterAll(async () => {
  await database.stop()
})

test.each([
  { name: 'TPC-H', read: tpcH, count: 22 },
  { name: 'TPC-DS', read: tpcDs, count: 103 },
])(
  'the $count queries of $name give rows, those of PostgreSQL written by hand',
  async ({ read, count }) => {
    const [benchmark, tables] = read(FOLDER)
    const outcomes = await runBenchmark(database, benchmark, tables)
    expect(outcomes.filter(({ isVariant }) => !isVariant)).toHaveLength(count)
    expect(outcomes.filter((outcome) => !isProven(outcome))).toEqual([])
    expect(README).toContain(summaryLines(benchmark.name, outcomes).join('\n'))
  },
  180_000,
)

function isProven(outcome: Outcome): boolean {
  return outcome.kind === 'equal' && outcome.rows > 0
}
