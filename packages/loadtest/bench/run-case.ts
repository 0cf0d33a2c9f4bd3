import type { OpenDriver } from '../src/driver/session.js'
import type { Target } from '../src/target.js'
import type { Case } from './cases.js'
import { type PgbenchRun, runPgbench } from './pgbench.js'
import { type Timing, type Turn, takeTurns } from './windows.js'

/** Ours / pgbench's, of turns that lie side by side. */
export interface Ratio {
  readonly lowest: number
  readonly median: number
  readonly highest: number
}

export interface CaseResult {
  readonly name: string
  readonly goal: Case['goal']
  /** Medians; a transaction of a pipeline counts as its statements. */
  readonly ours: Turn
  readonly pgbench?: Turn
  readonly perSecond?: Ratio
  readonly cpu?: Ratio
  readonly holds?: boolean
}

export interface CaseOptions {
  readonly target: Target
  readonly rounds: number
  /** False where there is no pgbench. */
  readonly compare: boolean
  readonly driver?: OpenDriver
}

export const CASE_TIMING: Timing = { warmUp: 4, turn: 2, pause: 3 }

export async function runCase(one: Case, options: CaseOptions): Promise<CaseResult> {
  const { clients, workers, workload, tls } = one
  const theirs: PgbenchRun[] = []
  const { turns } = await takeTurns(
    { ...{ script: workload.script, clients, workers, timing: CASE_TIMING }, ...options },
    async () => {
      if (!options.compare) return
      theirs.push(
        await runPgbench({
          ...{ port: options.target.port, clients, threads: workers, script: workload.pgbench },
          ...{ sslmode: tls ? 'require' : 'disable', seconds: CASE_TIMING.turn },
        }),
      )
    },
  )
  const each = (turn: Turn): Turn => ({
    perSecond: turn.perSecond * workload.statements,
    cpuUs: turn.cpuUs / workload.statements,
  })
  const ours = medianTurn(turns.map(each))
  if (theirs.length === 0) return { name: one.name, goal: one.goal, ours }
  const perSecond = ratioOf(turns, theirs, (turn) => turn.perSecond)
  const cpu = ratioOf(turns, theirs, (turn) => turn.cpuUs)
  const holds =
    perSecond.median >= one.goal.perSecond &&
    (one.goal.cpu === undefined || cpu.median <= one.goal.cpu)
  const pgbench = medianTurn(theirs.map(each))
  return { name: one.name, goal: one.goal, ours, pgbench, perSecond, cpu, holds }
}

function medianTurn(turns: readonly Turn[]): Turn {
  return {
    perSecond: median(turns.map(({ perSecond }) => perSecond)),
    cpuUs: median(turns.map(({ cpuUs }) => cpuUs)),
  }
}

/** Each turn of ours beside the mean of pgbench's before and after it. */
function ratioOf(
  ours: readonly Turn[],
  theirs: readonly Turn[],
  figure: (turn: Turn) => number,
): Ratio {
  const ratios = ours.flatMap((turn, at) => {
    const around = [theirs[at - 1], theirs[at]].flatMap((one) => (one ? [figure(one)] : []))
    const mean = around.reduce((sum, one) => sum + one, 0) / around.length
    return around.length > 0 ? [figure(turn) / mean] : []
  })
  return { lowest: Math.min(...ratios), median: median(ratios), highest: Math.max(...ratios) }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}
