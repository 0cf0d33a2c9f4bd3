import { loadGrammar } from '../src/advise/grammar/parse.js'
import { nodesBelow } from '../src/advise/grammar/tree.js'
import { explain } from '../src/advise/plan/explain.js'
import { indexesOf } from '../src/advise/plan/plan-node.js'
import type { RunSql } from '../src/advise/run-sql.js'
import type { Workload } from './workload.js'

export interface Measured {
  readonly id: string
  readonly weight: number
  readonly cost: number
  /** Fastest of three; of those above half a second the first. */
  readonly ms: number
  readonly indexes: readonly string[]
}

const RUNS = 3
const SLOW_MS = 500

/** Runs each query with each of its samples, all rolled back; means over the samples. */
export async function measureWorkload(
  runSql: RunSql,
  { queries }: Workload,
): Promise<readonly Measured[]> {
  const grammar = await loadGrammar()
  const measured: Measured[] = []
  for (const { id, sql, weight, samples = [[]] } of queries) {
    const hasParameters = grammar
      .parse(sql)
      .some(({ node }) => [...nodesBelow(node)].some(([kind]) => kind === 'ParamRef'))
    const all = []
    for (const parameters of samples) {
      all.push(await fastest(runSql, { sql, hasParameters, ...(hasParameters && { parameters }) }))
    }
    measured.push({
      id,
      weight,
      cost: mean(all.map((one) => one.root.totalCost)),
      ms: mean(all.map((one) => one.executionMs ?? 0)),
      indexes: [...new Set(all.flatMap((plan) => [...indexesOf(plan)]))],
    })
  }
  return measured
}

async function fastest(runSql: RunSql, query: Parameters<typeof explain>[1]) {
  let best = await once(runSql, query)
  const runs = (best.executionMs ?? 0) < SLOW_MS ? RUNS : 1
  for (let run = 1; run < runs; run++) {
    const again = await once(runSql, query)
    if ((again.executionMs ?? 0) < (best.executionMs ?? 0)) best = again
  }
  return best
}

async function once(runSql: RunSql, query: Parameters<typeof explain>[1]) {
  await runSql('BEGIN')
  try {
    return await explain(runSql, query, true)
  } finally {
    await runSql('ROLLBACK')
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1)
}
