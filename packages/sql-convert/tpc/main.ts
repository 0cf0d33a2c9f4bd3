// TPC-H and TPC-DS: how much converts, runs and gives the rows of PostgreSQL written by hand (`pnpm tpc`).
import { parseArgs } from 'node:util'
import { startDatabase } from '../corpus/database.js'
import { tpcDs, tpcH } from './benchmarks.js'
import { type Outcome, runBenchmark } from './run-benchmark.js'
import { isFailure, summaryLines } from './summary.js'

const { values } = parseArgs({
  options: {
    /** Only queries whose name matches. */
    grep: { type: 'string', default: '' },
    /** Where the folders `h` and `ds` are. */
    folder: { type: 'string', default: 'tpc' },
    /** Runs the texts of Databricks unconverted: how much work there is to do. */
    'as-is': { type: 'boolean', default: false },
    /** Prints the conversions too. */
    sql: { type: 'boolean', default: false },
  },
})

const database = await startDatabase()
try {
  for (const [benchmark, tables] of [tpcH(values.folder), tpcDs(values.folder)]) {
    const wanted = new RegExp(values.grep)
    const queries = benchmark.queries.filter(({ name }) => wanted.test(name))
    const outcomes = await runBenchmark(database, { ...benchmark, queries }, tables, {
      asIs: values['as-is'],
    })
    for (const line of summaryLines(benchmark.name, outcomes)) print(line)
    const seconds = outcomes.reduce((sum, { ms }) => sum + ms, 0) / 1_000
    print(`  in ${seconds.toFixed(1)} s`)
    for (const outcome of outcomes) tell(outcome)
    if (outcomes.some(isFailure)) process.exitCode = 1
  }
} finally {
  await database.stop()
}

function tell(outcome: Outcome): void {
  if ('why' in outcome) print(`  ${outcome.kind} ${outcome.query}: ${outcome.why}`)
  else if (outcome.rows === 0) print(`  no rows ${outcome.query}`)
  else if (outcome.ms > 1_000) print(`  slow ${outcome.query}: ${outcome.ms.toFixed(0)} ms`)
  if (values.sql) print(outcome.sql)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
