import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, startDatabase } from '../corpus/database.js'
import { tpcH } from './benchmarks.js'
import { runBenchmark } from './run-benchmark.js'
import { isFailure } from './summary.js'

const FOLDER = import.meta.dirname

let database: Database

beforeAll(async () => {
  database = await startDatabase()
})

afterAll(async () => {
  await database.stop()
})

test('the 22 queries of TPC-H give the rows of PostgreSQL written by hand', async () => {
  const [benchmark, tables] = tpcH(FOLDER)
  const outcomes = await runBenchmark(database, benchmark, tables)
  expect(outcomes).toHaveLength(22)
  expect(outcomes.filter(isFailure)).toEqual([])
})
