// Index advice against the old heuristic, on real tables: what is valid, used, and what it brings.
import { parseArgs } from 'node:util'
import { advise } from '../src/advise/advise.js'
import type { WorkloadQuery } from '../src/advise/advise-options.js'
import { applyAdvice } from '../src/advise/apply/apply-advice.js'
import type { RunSql } from '../src/advise/run-sql.js'
import { isRefusal } from '../src/advise/run-sql.js'
import { type Measured, measureWorkload } from './measure-workload.js'
import { oldAdvice } from './old-heuristic.js'
import { openDatabase } from './open-database.js'
import { shop } from './shop/shop.js'
import { tpch } from './tpch/tpch.js'
import type { Workload } from './workload.js'
import { measureWrites } from './write-cost.js'

const { values } = parseArgs({
  options: {
    /** Only this one: shop or TPC-H. */
    workload: { type: 'string' },
  },
})

for (const workload of [shop('../../examples/shop'), tpch('../sql-convert/tpc/h')]) {
  if (values.workload === undefined || values.workload === workload.name) await compare(workload)
}

async function compare(workload: Workload): Promise<void> {
  const database = await openDatabase(workload)
  const { runSql } = database
  try {
    print(`\n${workload.name}: ${workload.queries.length} queries`)
    const before = await measureWorkload(runSql, workload)
    const started = performance.now()
    const queries = workload.queries.map((query, place) => withTime(query, before[place]))
    const advice = await advise(queries, runSql, { allowBuild: true })
    print(`advised in ${seconds(performance.now() - started)}`)
    for (const one of advice.queries) if (one.outcome === 'failed') fail(`${one.id}: ${one.why}`)
    const applied = await applyAdvice(
      advice.proposals.map(({ statement }) => statement),
      runSql,
    )
    const after = await measureWorkload(runSql, workload)
    for (const { name, statement, bytes, why } of advice.proposals) {
      const isUsed = after.some(({ indexes }) => indexes.includes(name))
      if (!isUsed) fail(`${name} is not used`)
      print(`  ${isUsed ? 'used' : 'UNUSED'} ${kilobytes(bytes)}  ${statement}\n       ${why}`)
    }
    await database.reset()
    const old = await applyOld(runSql, workload)
    const oldAfter = await measureWorkload(runSql, workload)
    const unused = old.made.filter(
      ({ name }) => !oldAfter.some(({ indexes }) => indexes.includes(name)),
    )
    printQueries(before, after, oldAfter)
    print(
      `advice:  ${advice.proposals.length} indexes, 0 failed, ${kilobytes(sum(applied))}; ${totals(before, after)}`,
    )
    print(
      `old way: ${old.statements} indexes, ${old.failed.length} failed, ${unused.length} of the rest unused, ${old.cut} names cut off, ${kilobytes(sum(old.made))}; ${totals(before, oldAfter)}`,
    )
    if (workload.name === 'shop') for (const line of await measureWrites(runSql)) print(line)
  } finally {
    await database.stop()
  }
}

/** Whoever has run a workload knows its times. */
function withTime(query: WorkloadQuery, measured: Measured | undefined): WorkloadQuery {
  return measured ? { ...query, measuredMs: measured.ms } : query
}

interface Made {
  readonly name: string
  readonly bytes: number
}

/** Runs what the old heuristic says; the same statement once. */
async function applyOld(runSql: RunSql, { queries }: Workload) {
  const statements = [...new Set(queries.flatMap(({ sql }) => oldAdvice(sql) ?? []))]
  const failed: string[] = []
  const made: Made[] = []
  let cut = 0
  for (const statement of statements) {
    const name = /EXISTS (\S+)/.exec(statement)?.[1] ?? ''
    if (name.length > 63) cut++
    try {
      await runSql(statement)
      const [row] = await runSql(
        'SELECT indexrelname AS name, pg_relation_size(indexrelid)::int AS bytes FROM pg_stat_user_indexes WHERE indexrelname = $1',
        [name.slice(0, 63)],
      )
      made.push({ name: String(row?.name), bytes: Number(row?.bytes) })
    } catch (error) {
      if (!isRefusal(error)) throw error
      failed.push(error.message)
    }
  }
  return { statements: statements.length, failed, made, cut }
}

function printQueries(
  before: readonly Measured[],
  after: readonly Measured[],
  old: readonly Measured[],
): void {
  print(row(['query', 'weight', 'cost', 'advice', 'old way', 'ms', 'advice', 'old way']))
  for (const [place, one] of before.entries()) {
    const [ours, theirs] = [after[place], old[place]]
    const costs = [one, ours, theirs].map((each) => String(Math.round(each?.cost ?? 0)))
    const times = [one, ours, theirs].map((each) => (each?.ms ?? 0).toFixed(2))
    print(row([one.id, String(one.weight), ...costs, ...times]))
  }
}

function row([first = '', ...cells]: readonly string[]): string {
  return `  ${first.padEnd(24)}${cells.map((cell) => cell.padStart(10)).join('')}`
}

function totals(before: readonly Measured[], after: readonly Measured[]): string {
  const total = (all: readonly Measured[]) => all.reduce((all, one) => all + one.weight * one.ms, 0)
  const cost = (all: readonly Measured[]) =>
    all.reduce((all, one) => all + one.weight * one.cost, 0)
  return `weighted time ${seconds(total(before))} → ${seconds(total(after))}, cost ${Math.round(cost(before))} → ${Math.round(cost(after))}`
}

function sum(all: readonly { readonly bytes: number }[]): number {
  return all.reduce((bytes, one) => bytes + one.bytes, 0)
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(2)} s`
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1024)} kB`
}

function fail(what: string): void {
  process.exitCode = 1
  print(`FAILED ${what}`)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
