import { type Benchmark, readBenchmark } from './benchmark.js'
import { dsTables } from './data/ds/tables.js'
import { hTables } from './data/h/tables.js'
import type { Tables } from './data/table.js'

/** A benchmark with its data; `folder` is where `h` and `ds` are. */
export function tpcH(folder: string): readonly [Benchmark, Tables] {
  return [readBenchmark('TPC-H', `${folder}/h`), hTables()]
}

export function tpcDs(folder: string): readonly [Benchmark, Tables] {
  return [readBenchmark('TPC-DS', `${folder}/ds`), dsTables()]
}
