import { Histogram } from '../src/histogram/histogram.js'
import { Recorder } from '../src/record/recorder.js'
import { makeReport } from '../src/report/make-report.js'
import type { RunReport } from '../src/report/run-report.js'
import { stageTimes } from '../src/report/stage-time.js'
import type { ClosedLoad, Objective, OpenLoad, Scenario } from '../src/scenario/scenario.js'

/** A server of known capacity: `slots` transactions at once, each of them `serviceUs` long on average. */
export interface SimulatedServer {
  readonly slots: number
  readonly serviceUs: number
  /** `exponential` unless said otherwise. */
  readonly times?: 'constant' | 'exponential'
  /** It does nothing from here … */
  readonly stallAtMs?: number
  /** … for so long. */
  readonly stallMs?: number
  /** Every so-manyeth transaction fails. */
  readonly failEvery?: number
  /** The client sees an answer, and starts an arrival, that much late. */
  readonly clientLagUs?: number
  readonly loopUtilization?: number
  readonly seed?: number
}

export interface SimulatedPart {
  readonly workers?: number
  readonly shard?: { readonly index: number; readonly count: number }
  readonly startedAt?: string
  readonly lateMs?: number
}

interface Transaction {
  readonly dueUs: number
  readonly startUs: number
  readonly endUs: number
}

/** A run against such a server, computed as a queue and recorded as the engine records. */
export function simulateRun(
  scenario: Scenario,
  server: SimulatedServer,
  { workers = 1, shard, startedAt = '2026-11-28T09:00:00.000Z', lateMs = 0 }: SimulatedPart = {},
): RunReport {
  const recorders = Array.from({ length: workers }, () => new Recorder(scenario))
  const part = shard ?? { index: 0, count: 1 }
  const random = randomOf(server.seed ?? 1)
  const transactions = transactionsOf(scenario, server, random)
  transactions.forEach((transaction, number) => {
    const fails = server.failEvery !== undefined && number % server.failEvery === 0
    const recorder = recorders[Math.floor(number / part.count) % workers]
    if (recorder && number % part.count === part.index)
      record(recorder, scenario, { ...transaction, number, fails, server })
  })
  recorders[0]?.opened(3000)
  const elapsedMs = stageTimes(scenario.load).at(-1)?.toMs ?? 0
  return makeReport(
    scenario,
    recorders.map((recorder) => recorder.snapshot()),
    {
      startedAt,
      lateMs,
      endedAt: new Date(Date.parse(startedAt) + elapsedMs).toISOString(),
      elapsedMs,
      complete: true,
      target: { address: 'db.example.com:5432/shop', serverVersion: '17.10', tls: true },
      generator: {
        workers,
        cores: 8,
        cpuShare: 0.2,
        loopUtilization: server.loopUtilization ?? 0.2,
        loopDelay: new Histogram().snapshot(),
      },
      ...(shard && { shard }),
    },
  )
}

function record(
  recorder: Recorder,
  { load }: Scenario,
  run: Transaction & {
    readonly number: number
    readonly fails: boolean
    readonly server: SimulatedServer
  },
): void {
  const { dueUs, startUs, endUs, fails, server } = run
  const measured = dueUs >= WARM_UP_MS * 1000
  const second = Math.floor(endUs / 1e6)
  if (load.model === 'open') {
    recorder.due(0, Math.floor(dueUs / 1e6), measured)
    recorder.scheduleLag(server.clientLagUs ?? 0, Math.floor(dueUs / 1e6), measured)
    recorder.connectionWait(startUs - dueUs, measured)
  }
  if (fails) {
    const failure = { statement: 0, code: '40001', message: 'could not serialize access' }
    recorder.statementFailed(0, measured)
    recorder.failed(0, failure, endUs - startUs, second, measured)
    return
  }
  recorder.statement(0, endUs - startUs, 1, measured)
  recorder.succeeded(0, endUs - dueUs, endUs - startUs, second, measured)
}

function transactionsOf(
  { load }: Scenario,
  server: SimulatedServer,
  random: () => number,
): readonly Transaction[] {
  return load.model === 'open' ? openRun(load, server, random) : closedRun(load, server, random)
}

/** First come, first served, at the first slot that gets free. */
function openRun(load: OpenLoad, server: SimulatedServer, random: () => number): Transaction[] {
  const free = Array<number>(server.slots).fill(0)
  return arrivalsUs(load, random).map((dueUs) => {
    let slot = 0
    for (let other = 1; other < free.length; other++)
      if ((free[other] ?? 0) < (free[slot] ?? 0)) slot = other
    const startUs = Math.max(dueUs, free[slot] ?? 0)
    const endUs = endOf(startUs, server, random)
    free[slot] = endUs
    return { dueUs, startUs, endUs: endUs + (server.clientLagUs ?? 0) }
  })
}

/** As many clients as the last stage has, each of which has a slot of its own. */
function closedRun(load: ClosedLoad, server: SimulatedServer, random: () => number): Transaction[] {
  const endOfRun = (stageTimes(load).at(-1)?.toMs ?? 0) * 1000
  const transactions: Transaction[] = []
  for (let client = 0; client < (load.stages.at(-1)?.toClients ?? 0); client++)
    for (let now = 0; now < endOfRun; ) {
      const endUs = endOf(now, server, random)
      transactions.push({ dueUs: now, startUs: now, endUs })
      now = endUs
    }
  return transactions.sort((a, b) => a.startUs - b.startUs)
}

function endOf(startUs: number, server: SimulatedServer, random: () => number): number {
  const { serviceUs, times = 'exponential', stallAtMs = -1, stallMs = 0 } = server
  const us = times === 'constant' ? serviceUs : -serviceUs * Math.log(1 - random())
  const stallUs = stallAtMs * 1000
  const endUs = startUs + us
  return endUs > stallUs && startUs < stallUs + stallMs * 1000 ? endUs + stallMs * 1000 : endUs
}

function arrivalsUs(load: OpenLoad, random: () => number): readonly number[] {
  const arrivals: number[] = []
  let fromUs = 0
  for (const { durationMs, fromRate, toRate } of load.stages) {
    const toUs = fromUs + durationMs * 1000
    for (let now = fromUs; ; ) {
      const rate = fromRate + ((toRate - fromRate) * (now - fromUs)) / (toUs - fromUs)
      now += (load.arrivals === 'poisson' ? -Math.log(1 - random()) : 1) * (1e6 / rate)
      if (!(now < toUs)) break
      arrivals.push(now)
    }
    fromUs = toUs
  }
  return arrivals
}

/** mulberry32: the same numbers for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const WARM_UP_MS = 5000

const SCRIPT = {
  id: 'read',
  weight: 1,
  variables: [],
  steps: [{ kind: 'statement', id: 'read', sql: 'SELECT 1', parameters: [] }],
} as const

const COMMON = {
  name: 'reads',
  seed: 42,
  scripts: [SCRIPT],
  driver: 'wire',
  connections: 32,
  connectTimeoutMs: 10_000,
  maxTries: 1,
} as const

/** Arrivals at one rate, behind a warm-up of 5 s. */
export function openScenario(
  rate: number,
  { seconds = 20, objectives = [] }: { seconds?: number; objectives?: readonly Objective[] } = {},
): Scenario {
  const stage = { fromRate: rate, toRate: rate }
  return {
    ...COMMON,
    objectives,
    load: {
      model: 'open',
      arrivals: 'poisson',
      stages: [
        { name: 'warm-up', durationMs: WARM_UP_MS, ...stage, measured: false },
        { name: 'hold', durationMs: seconds * 1000, ...stage, measured: true },
      ],
    },
  }
}

/** Clients that wait, behind a warm-up of 5 s. */
export function closedScenario(clients: number, seconds = 20): Scenario {
  const stage = { fromClients: clients, toClients: clients }
  return {
    ...COMMON,
    connections: clients,
    objectives: [],
    load: {
      model: 'closed',
      stages: [
        { name: 'warm-up', durationMs: WARM_UP_MS, ...stage, measured: false },
        { name: 'hold', durationMs: seconds * 1000, ...stage, measured: true },
      ],
    },
  }
}
