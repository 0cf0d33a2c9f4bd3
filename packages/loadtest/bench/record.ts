import { Histogram } from '../src/histogram/histogram.js'
import { Recorder } from '../src/record/recorder.js'
import type { Scenario } from '../src/scenario/scenario.js'

// What one call of the hot loop's recording costs: CPU nanoseconds, median of 7 rounds of 3 M calls.
const CALLS = 3_000_000
const ROUNDS = 7

const scenario: Scenario = {
  name: 'bench',
  seed: 1,
  scripts: [
    {
      id: 'select',
      weight: 1,
      variables: [],
      steps: [{ kind: 'statement', id: 'select', sql: 'SELECT 1', parameters: [] }],
    },
  ],
  load: {
    model: 'closed',
    stages: [{ name: 'hold', durationMs: 1000, fromClients: 1, toClients: 1, measured: true }],
  },
  driver: 'wire',
  connections: 1,
  connectTimeoutMs: 1000,
  maxTries: 1,
  objectives: [],
}

const times = Float64Array.from({ length: 1 << 16 }, () => 400 * Math.exp(Math.random() * 4 - 2))
const histogram = new Histogram()
const recorder = new Recorder(scenario)
const timeout = { statement: 0, code: '57014', message: 'canceling statement' }

const calls: Record<string, (us: number, second: number) => void> = {
  'histogram.record': (us) => histogram.record(us),
  'recorder.due': (_, second) => recorder.due(0, second, true),
  'recorder.succeeded': (us, second) => recorder.succeeded(0, us, us, second, true),
  'recorder.failed': (us, second) => recorder.failed(0, timeout, us, second, true),
  'recorder.statement': (us) => recorder.statement(0, us, 1, true),
  'recorder.bytes': () => recorder.bytes(0, 100, 40, true),
  'recorder.scheduleLag': (us, second) => recorder.scheduleLag(us, second, true),
  'recorder.sample': (_, second) => recorder.sample(second, 3, 8),
}

for (const [name, call] of Object.entries(calls)) {
  const rounds = Array.from({ length: ROUNDS }, () => nanosecondsPerCall(call)).sort(
    (a, b) => a - b,
  )
  process.stdout.write(`${name.padEnd(20)} ${(rounds[ROUNDS >> 1] ?? 0).toFixed(1)} ns\n`)
}

function nanosecondsPerCall(call: (us: number, second: number) => void): number {
  const before = process.cpuUsage()
  // 40,000 calls a second of the run, as a busy core makes.
  for (let index = 0; index < CALLS; index++)
    call(times[index & 0xffff] ?? 0, Math.floor(index / 40_000))
  const { user, system } = process.cpuUsage(before)
  return ((user + system) * 1000) / CALLS
}
