import type { OpenDriver } from '../src/driver/session.js'
import type { RunReport } from '../src/report/run-report.js'
import { runScenario } from '../src/run-scenario.js'
import type { Load, Scenario, Script } from '../src/scenario/scenario.js'
import type { Target } from '../src/target.js'

export interface Turns {
  readonly script: Script
  readonly target: Target
  readonly clients: number
  readonly workers: number
  readonly rounds: number
  readonly driver?: OpenDriver
  /** Arrivals a second; missing: a closed loop. */
  readonly rate?: number
}

export interface Turn {
  readonly perSecond: number
  /** Of this process, a transaction. */
  readonly cpuUs: number
}

const WARM_UP_SECONDS = 4
export const TURN_SECONDS = 2
/** For the other to have its turn, connecting included. */
const PAUSE_SECONDS = 3

/**
 * One run of the engine that works and pauses by turns; `other` runs in the pauses. So both have the
 * machine to themselves, a second apart, and the engine is compiled only once, as in any run that is
 * longer than a moment.
 */
export async function takeTurns(
  turns: Turns,
  other: () => Promise<void>,
): Promise<{ readonly turns: readonly Turn[]; readonly report: RunReport }> {
  const scenario = scenarioOf(turns)
  const cpu: number[] = []
  const others: Promise<void>[] = []
  let seconds = 0
  const report = await runScenario(scenario, turns.target, {
    workers: turns.workers,
    ...(turns.driver && { driver: turns.driver }),
    onProgress: () => {
      seconds++
      const at = seconds - WARM_UP_SECONDS - PAUSE_SECONDS
      const round = TURN_SECONDS + PAUSE_SECONDS
      if (at < 0 || at >= turns.rounds * round) return
      const { user, system } = process.cpuUsage()
      if (at % round === 0 || at % round === TURN_SECONDS) cpu.push(user + system)
      if (at % round === TURN_SECONDS) others.push(other())
    },
  })
  await Promise.all(others)
  return { turns: turnsOf(report, cpu), report }
}

function turnsOf({ series }: RunReport, cpu: readonly number[]): readonly Turn[] {
  const turns: Turn[] = []
  for (let turn = 0; turn * 2 + 1 < cpu.length; turn++) {
    const from = WARM_UP_SECONDS + PAUSE_SECONDS + turn * (TURN_SECONDS + PAUSE_SECONDS)
    const inside = series.filter(({ second }) => second >= from && second < from + TURN_SECONDS)
    const succeeded = inside.reduce((sum, point) => sum + point.succeeded, 0)
    const usedUs = (cpu[turn * 2 + 1] ?? 0) - (cpu[turn * 2] ?? 0)
    turns.push({ perSecond: succeeded / TURN_SECONDS, cpuUs: usedUs / succeeded })
  }
  return turns
}

function scenarioOf({ script, clients, rounds, rate, driver }: Turns): Scenario {
  return {
    ...{ name: 'bench', seed: 1, scripts: [script], connections: clients, maxTries: 1 },
    ...{ connectTimeoutMs: 10_000, objectives: [], driver: driver ? 'postgres' : 'wire' },
    load: loadOf(rounds, rate, clients),
  }
}

function loadOf(rounds: number, rate: number | undefined, clients: number): Load {
  const plan: [string, number, boolean][] = [['warm-up', WARM_UP_SECONDS, false]]
  for (let round = 0; round < rounds; round++)
    plan.push(['pause', PAUSE_SECONDS, false], ['turn', TURN_SECONDS, true])
  plan.push(['pause', PAUSE_SECONDS, false])
  const stage = (amount: number) => (entry: [string, number, boolean]) => {
    const [name, seconds, measured] = entry
    const value = name === 'pause' ? 0 : amount
    return {
      ...{ name, measured, durationMs: seconds * 1000 },
      ...{ fromRate: value, toRate: value, fromClients: value, toClients: value },
    }
  }
  const [first, ...rest] = plan
  if (first === undefined) throw new Error('there is no stage')
  const make = stage(rate ?? clients)
  const stages = [make(first), ...rest.map(make)] as const
  return rate === undefined
    ? { model: 'closed', stages: [stages[0], ...stages.slice(1)] }
    : { model: 'open', arrivals: 'poisson', stages: [stages[0], ...stages.slice(1)] }
}
