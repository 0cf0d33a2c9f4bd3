import type { Candidate } from '../candidates/candidate.js'
import type { Gathered } from '../candidates/gather-candidates.js'
import { measure } from '../plan/measure.js'
import type { Plan } from '../plan/plan-node.js'
import type { Stage } from '../prove/open-trials.js'
import { isRefused } from '../prove/trial.js'
import type { RunSql } from '../run-sql.js'
import type { SettledOptions } from '../session/settled-options.js'
import { isRun, type PlannedWorkload } from '../workload/plan-before.js'
import type { PreparedQuery } from '../workload/prepared-query.js'
import { chooseIndexes } from './choose-indexes.js'
import { findMoves } from './moves.js'
import type { PlanBook, PlannedQuery } from './plan-book.js'
import { type Times, timeScale } from './time-scale.js'
import { type Gain, type Weights, weigh } from './weigh.js'
import { writeCosts } from './write-cost.js'

export interface Choice {
  readonly unit: 'ms' | 'cost'
  /** Best first. */
  readonly chosen: readonly { readonly candidate: Candidate; readonly gain: Gain }[]
  /** What each candidate saves alone. */
  readonly alone: ReadonlyMap<Candidate, Gain>
  /** One for each query, with all that were chosen. */
  readonly after: readonly PlannedQuery[]
  /** Plans of those that were run with them, by id. */
  readonly ran: ReadonlyMap<string, Plan>
  /** Times before, measured. */
  readonly times: Times
}

export interface ChooseInput {
  readonly run: RunSql
  readonly stage: Stage
  readonly book: PlanBook
  readonly workload: PlannedWorkload
  readonly gathered: Gathered
  readonly limits: SettledOptions
}

export async function choose(input: ChooseInput): Promise<Choice> {
  const { stage, book, workload, gathered, limits } = input
  const { queries, before } = workload
  const times = timesOf(workload)
  const scale = timeScale(queries, before, times)
  const writeCost = writeCosts({ queries, rowsOf: rowsWritten(workload), writes: limits.writes })
  const total = queries.reduce(
    (sum, query, place) => sum + query.query.weight * scale.of(query) * (before[place]?.cost ?? 0),
    0,
  )
  const weights: Weights = {
    queries,
    book,
    writeCost,
    total,
    scale: scale.of,
    commonScale: scale.common,
  }
  const candidates = gathered.candidates.filter((one) => stage.kindOf(one) !== undefined)
  const moves = await findMoves(queries, book, candidates)
  const alone = new Map<Candidate, Gain>()
  for (const [done, one] of candidates.entries()) {
    limits.onProgress({ phase: 'try', done, total: candidates.length })
    alone.set(one, await weigh(weights, [], [one]))
  }
  const chosen = await chooseIndexes(weights, moves, {
    maxProposals: limits.maxProposals,
    bytesOf: (one) => bytesOf(stage, one),
    onStep: (done) => limits.onProgress({ phase: 'choose', done, total: limits.maxProposals }),
  })
  const gains = []
  for (const candidate of chosen) {
    const others = chosen.filter((one) => one !== candidate)
    gains.push({ candidate, gain: await weigh(weights, others, [candidate]) })
  }
  const after = await book.planWith(queries, chosen)
  return {
    unit: scale.unit,
    chosen: gains.toSorted((one, other) => other.gain.net - one.gain.net),
    alone,
    after,
    ran: await measureAfter(input, chosen, after),
    times,
  }
}

/** What was given, or else measured. */
function timesOf({ queries, ran }: PlannedWorkload): Times {
  return new Map(
    queries.flatMap(({ query: { id, measuredMs } }) => {
      const ms = measuredMs ?? ran.get(id)?.executionMs
      return ms === undefined ? [] : [[id, ms] as const]
    }),
  )
}

function rowsWritten({ queries, before }: PlannedWorkload): (query: PreparedQuery) => number {
  const rows = new Map(
    queries.map((query, place) => {
      const root = before[place]?.plan.root
      // ModifyTable itself returns nothing; what it writes comes from below.
      return [query, root?.children[0]?.rows ?? root?.rows ?? 1]
    }),
  )
  return (query) => rows.get(query) ?? 1
}

export function bytesOf(stage: Stage, candidate: Candidate): number {
  const outcome = stage.outcomeOf(candidate)
  return outcome && !isRefused(outcome) ? outcome.bytes : 0
}

/** Indexes that are only believed in serve no run. */
async function measureAfter(
  { run, stage, workload, limits }: ChooseInput,
  chosen: readonly Candidate[],
  after: readonly PlannedQuery[],
): Promise<ReadonlyMap<string, Plan>> {
  const ran = new Map<string, Plan>()
  if (limits.analyze === 'none' || chosen.some((one) => stage.kindOf(one) !== 'built')) return ran
  await stage.show(chosen)
  for (const [place, query] of workload.queries.entries()) {
    const isHelped = (after[place]?.used.length ?? 0) > 0
    if (!isHelped || !isRun(query, limits.analyze)) continue
    limits.onProgress({ phase: 'measure', done: place, total: workload.queries.length })
    const measured = await measure(run, query)
    if (measured.done) ran.set(query.query.id, measured.value)
  }
  return ran
}
