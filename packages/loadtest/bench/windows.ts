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
  readonly timing: Timing
}

/** Whole seconds. */
export interface Timing {
  /** Until V8 has compiled what the turns run: it looks at how often something ran. */
  readonly warmUp: number
  readonly turn: number
  /** For the other to have its turn, connecting included. */
  readonly pause: number
}

export interface Turn {
  readonly perSecond: number
  /** Of this process, a transaction. */
  readonly cpuUs: number
}

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
  const { warmUp, turn, pause } = turns.timing
  const cpu: number[] = []
  const others: Promise<void>[] = []
  let seconds = 0
  const report = await runScenario(scenario, turns.target, {
    workers: turns.workers,
    ...(turns.driver && { driver: turns.driver }),
    onProgress: () => {
      seconds++
      const at = seconds - warmUp - pause
      const round = turn + pause
      if (at < 0 || at >= turns.rounds * round) return
      const { user, system } = process.cpuUsage()
      if (at % round === 0 || at % round === turn) cpu.push(user + system)
      if (at % round === turn) others.push(other())
    },
  })
  await Promise.all(others)
  return { turns: turnsOf(report, cpu, turns.timing), report }
}

function turnsOf({ series }: RunReport, cpu: readonly number[], timing: Timing): readonly Turn[] {
  const { warmUp, turn: seconds, pause } = timing
  const turns: Turn[] = []
  for (let turn = 0; turn * 2 + 1 < cpu.length; turn++) {
    const from = warmUp + pause + turn * (seconds + pause)
    const inside = series.filter(({ second }) => second >= from && second < from + seconds)
    const succeeded = inside.reduce((sum, point) => sum + point.succeeded, 0)
    const usedUs = (cpu[turn * 2 + 1] ?? 0) - (cpu[turn * 2] ?? 0)
    turns.push({ perSecond: succeeded / seconds, cpuUs: usedUs / succeeded })
  }
  return turns
}

function scenarioOf(turns: Turns): Scenario {
  const { script, clients, driver } = turns
  return {
    ...{ name: 'bench', seed: 1, scripts: [script], connections: clients, maxTries: 1 },
    ...{ connectTimeoutMs: 10_000, objectives: [], driver: driver ? 'postgres' : 'wire' },
    load: loadOf(turns),
  }
}

function loadOf({ rounds, rate, clients, timing }: Turns): Load {
  const { warmUp, turn, pause } = timing
  const plan: [string, number, boolean][] = [['warm-up', warmUp, false]]
  for (let round = 0; round < rounds; round++)
    plan.push(['pause', pause, false], ['turn', turn, true])
  plan.push(['pause', pause, false])
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
