import type { RunReport, SweepOutcome, SweepPhase, SweepStep, Verdict } from '@lakebase/loadtest'
import type { SweepReport } from '../../src/sweep/sweep-report.js'
import { latencyFrom } from './latency-of.js'
import { sampleRun } from './sample-report.js'

const CAPACITY = 900
const verdict: Verdict = {
  ruleId: 'LT101',
  level: 'error',
  message: "The client is the bottleneck: a worker's event loop was busy 96 % of the time",
  hint: 'give it more workers (1 on 2 cores), or run shards on several machines',
}

/** A server that takes longer the closer it comes to what it can do. */
function runAt(rate: number, jitter: number): RunReport {
  const load = Math.min(0.995, rate / CAPACITY)
  const times = Array.from(
    { length: 400 },
    (_, index) => ((900 + 4 * index) * (1 + jitter)) / (1 - load),
  )
  const response = latencyFrom(times)
  const perSecond = Math.min(rate, CAPACITY) * (1 - jitter / 50)
  return { ...sampleRun, total: { ...sampleRun.total, failed: 0, perSecond, response } }
}

function step(rate: number, phase: SweepPhase, holds: boolean, jitter = 0): SweepStep {
  const report = runAt(rate, jitter)
  const because = holds ? [] : ['p99 was 41.2 ms, not 30 ms']
  return { rate, phase, holds, because, report }
}

const climb = [step(100, 'climb', true), step(200, 'climb', true), step(400, 'climb', true)]
const steps = [
  ...climb,
  step(800, 'climb', true),
  step(1600, 'climb', false),
  step(1131, 'bisect', false),
  step(951, 'bisect', false),
  step(800, 'confirm', true, 0.12),
  step(800, 'confirm', true, -0.1),
]

function sweepOf(outcome: SweepOutcome, all: readonly SweepStep[]): SweepReport {
  const isFound = outcome.kind === 'knee' || outcome.kind === 'above'
  return {
    ok: isFound,
    schemaVersion: 1,
    kind: 'sweep',
    generator: 'Lakebase Accelerator',
    version: '0.0.0',
    generatedAt: '2026-11-28T09:30:00.000Z',
    source: 'loadtest.yml',
    sweep: {
      schemaVersion: 1,
      scenario: sampleRun.scenario,
      objectives: [{ metric: 'latency', percentile: 99, atMostMs: 30 }],
      steps: all,
      outcome,
    },
    exit: { code: isFound ? 0 : 1, reason: isFound ? 'ok' : 'no knee' },
  }
}

const because = ['p99 was 41.2 ms, not 30 ms']

/** Sweeps of every outcome. */
export const SWEEPS: Readonly<Record<string, SweepReport>> = {
  'a knee': sweepOf({ kind: 'knee', rate: 800, failsAt: 951, because, confirmations: 2 }, steps),
  'a client that is the limit': sweepOf({ kind: 'client', holdsAt: 400, failsAt: 800, verdict }, [
    ...climb,
    step(800, 'climb', false),
    step(800, 'repeat', false, 0.2),
  ]),
  'the highest rate that was allowed': sweepOf({ kind: 'above', holdsAt: 400 }, climb),
  'no rate that holds': sweepOf({ kind: 'none', failsAt: 100, because }, [
    step(100, 'climb', false),
  ]),
  'an interruption before anything held': sweepOf({ kind: 'interrupted' }, []),
}
