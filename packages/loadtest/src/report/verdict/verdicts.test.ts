import { describe, expect, test } from 'vitest'
import { closedScenario, openScenario, simulateRun } from '../../../test/simulate-run.js'
import type { RunFigures } from '../assess.js'
import type { RunReport, Verdict } from '../run-report.js'
import { verdictsOf } from './verdicts-of.js'

const calm = { slots: 32, serviceUs: 1000 }
const quiet = simulateRun(openScenario(100), calm)

function judged(report: RunReport, change: Partial<RunFigures> = {}): readonly Verdict[] {
  return verdictsOf({ ...report, ...change }, [])
}
function found(verdicts: readonly Verdict[], ruleId: string): Verdict | undefined {
  return verdicts.find((verdict) => verdict.ruleId === ruleId)
}
function ids(verdicts: readonly Verdict[]): readonly string[] {
  return verdicts.map(({ ruleId }) => ruleId)
}

test('a calm run has nothing said against it but its length and its rarest percentiles', () => {
  expect(ids(quiet.verdicts)).toEqual(['LT104', 'LT108'])
  expect(quiet.verdicts.every(({ level }) => level === 'note')).toBe(true)
})

test('each verdict says what to do next', () => {
  for (const { hint } of quiet.verdicts) expect(hint).toMatch(/\w/)
})

describe('LT101: the client is the bottleneck', () => {
  test('when its event loop is busy', () => {
    const verdict = found(
      simulateRun(openScenario(100), { ...calm, loopUtilization: 0.95 }).verdicts,
      'LT101',
    )
    expect(verdict).toMatchObject({
      level: 'error',
      message: "The client is the bottleneck: a worker's event loop was busy 95 % of the time",
    })
    expect(verdict?.hint).toContain('more workers (1 on 8 cores)')
  })

  test('when arrivals start late by a tenth of p99, though a connection is free', () => {
    const late = simulateRun(openScenario(100), { ...calm, clientLagUs: 4000 })
    expect(found(late.verdicts, 'LT101')?.message).toMatch(/started 4 ms late at p99, where .* ms/)
  })

  test('not when the same lateness drowns in what the database takes', () => {
    const slow = simulateRun(openScenario(100), { slots: 32, serviceUs: 30_000, clientLagUs: 4000 })
    expect(found(slow.verdicts, 'LT101')).toBeUndefined()
  })

  test('by CPU only where none is burnt to be on time', () => {
    const generator = { ...quiet.generator, cpuShare: 1 }
    expect(found(judged(quiet, { generator }), 'LT101')).toBeUndefined()
    const closed = simulateRun(closedScenario(1, 5), calm)
    expect(found(judged(closed, { generator }), 'LT101')?.message).toContain('kept 1 cores busy')
  })
})

describe('LT102: a closed loop hides waiting', () => {
  const stalled = { ...calm, stallAtMs: 10_000, stallMs: 1000 }

  test('a stall of a second: p99 does not show it, the verdict says how many did not come', () => {
    const run = simulateRun(closedScenario(2), stalled)
    expect(run.total.response.p99).toBeLessThan(6000)
    const verdict = found(run.verdicts, 'LT102')
    expect(verdict?.level).toBe('warn')
    const [, omitted = '', p99 = ''] =
      /client, ([\d,]+) more would have come .* p99 would be ([\d.]+) ms/.exec(
        verdict?.message ?? '',
      ) ?? []
    // Two clients, each of which asks once a millisecond; the tail of the others adds some.
    expect(Number(omitted.replace(',', ''))).toBeGreaterThan(1900)
    expect(Number(p99)).toBeGreaterThan(500)
  })

  test('without a stall it is a note', () => {
    expect(found(simulateRun(closedScenario(2), calm).verdicts, 'LT102')?.level).toBe('note')
  })

  test('an open loop shows the stall itself', () => {
    const run = simulateRun(openScenario(500), stalled)
    expect(run.total.response.p99).toBeGreaterThan(700_000)
    expect(found(run.verdicts, 'LT102')).toBeUndefined()
  })
})

describe('LT103: the rate was not reached', () => {
  test('when more is due than the server can do', () => {
    const run = simulateRun(openScenario(500), { slots: 1, serviceUs: 4000 })
    const { message, level } = found(run.verdicts, 'LT103') ?? {}
    expect(level).toBe('error')
    expect(message).toMatch(/\(5\d\d\/s\), 2[45]\d\/s ended, and 6,\d+ were still waiting/)
  })

  test('not when the server only has little to spare', () => {
    const run = simulateRun(openScenario(225), { slots: 1, serviceUs: 4000 })
    expect(found(run.verdicts, 'LT103')).toBeUndefined()
  })
})

describe('LT104: a percentile needs ten samples beyond it', () => {
  const few = (run: RunReport) => run.verdicts.filter(({ ruleId }) => ruleId === 'LT104')
  const p999 = { metric: 'latency', percentile: 99.9, atMostMs: 10 } as const

  test('of an objective it is a warning, with those that are only shown in the same one', () => {
    const run = simulateRun(openScenario(100, { objectives: [p999] }), calm)
    const [asked, ...more] = few(run)
    expect(more).toEqual([])
    expect(asked).toMatchObject({
      level: 'warn',
      message: expect.stringContaining('too few for p99.9, p99.99: fewer than 10 lie beyond'),
    })
    expect(asked?.hint).toMatch(/p99\.9 needs 10,000 samples \((9\d|1\d\d) s at this rate/)
  })

  test('several scripts with objectives of their own are told in one', () => {
    const objectives = [p999, { ...p999, script: 'read' }, { ...p999, percentile: 99.99 }] as const
    const [only, ...more] = few(simulateRun(openScenario(600, { objectives }), calm))
    expect(more).toEqual([])
    expect(only?.message).toMatch(/^[\d,]+ samples are too few for p99\.99(; .*)?: fewer than 10/)
  })

  test('otherwise it is a note', () => {
    const run = simulateRun(openScenario(600, { objectives: [p999] }), calm)
    expect(few(run)).toMatchObject([{ level: 'note', message: expect.stringContaining('p99.99:') }])
  })
})

test.each([
  [200, 'warn'],
  [50, 'error'],
])('LT105: one failure in %d is a %s', (failEvery, level) => {
  const { verdicts } = simulateRun(openScenario(100), { ...calm, failEvery })
  expect(found(verdicts, 'LT105')).toMatchObject({
    level,
    message: expect.stringMatching(/transactions failed \(.* %; 40001 in read: \d+\)/),
  })
})

test('LT106: there is no warm-up', () => {
  const { scenario } = quiet
  const { load } = scenario
  if (load.model !== 'open') throw new Error('Expected an open loop')
  const [, hold = load.stages[0]] = load.stages
  const change = { scenario: { ...scenario, load: { ...load, stages: [hold] as const } } }
  expect(found(judged(quiet, change), 'LT106')?.level).toBe('note')
})

describe('LT107: the times still change', () => {
  const drifting = (p50: (second: number) => number) =>
    judged(quiet, {
      series: quiet.series.map((point) => ({ ...point, p50: p50(point.second) })),
    })

  test('they fall: the warm-up was too short', () => {
    const verdict = found(
      drifting((second) => 1000 + 2000 * Math.exp(-second / 5)),
      'LT107',
    )
    expect(verdict?.message).toMatch(/still falling/)
    expect(verdict?.hint).toMatch(/warm-up was too short/)
  })

  test('they rise: something fills up', () => {
    expect(
      found(
        drifting((second) => 1000 + 100 * second),
        'LT107',
      )?.message,
    ).toMatch(/rising/)
  })

  test('noise is no trend', () => {
    expect(
      found(
        drifting((second) => 1000 + 300 * ((second * 7) % 5)),
        'LT107',
      ),
    ).toBeUndefined()
  })
})

test.each([
  [5, 'warn'],
  [20, 'note'],
  [60, undefined],
])('LT108: %d s are short: %s', (measuredSeconds, level) => {
  expect(found(judged(quiet, { measuredSeconds }), 'LT108')?.level).toBe(level)
})

describe('LT109: the cache is cold', () => {
  const server = {
    commits: 1000,
    rollbacks: 0,
    rowsReturned: 0,
    rowsFetched: 0,
    rowsWritten: 0,
    blocksHit: 97_000,
    blocksRead: 3000,
    temporaryBytes: 0,
    deadlocks: 0,
  }
  test('from one block in a hundred on', () => {
    const cold = judged(quiet, { server: { ...server, cacheHit: 0.97 } })
    expect(found(cold, 'LT109')?.message).toMatch(
      /^3 % of the blocks were not in shared buffers, 3 a transaction/,
    )
    const warm = judged(quiet, { server: { ...server, cacheHit: 0.995 } })
    expect(found(warm, 'LT109')).toBeUndefined()
  })

  test('not when only a fresh catalog was read', () => {
    const fresh = { ...server, blocksRead: 54, cacheHit: 0.97 }
    expect(found(judged(quiet, { server: fresh }), 'LT109')).toBeUndefined()
  })
})

test.each([
  [1, 'note'],
  [300, 'warn'],
])('LT110: %d retries are a %s', (retries, level) => {
  const total = { ...quiet.total, retries }
  expect(found(judged(quiet, { total }), 'LT110')?.level).toBe(level)
})

test('LT111, LT112: connections were lost, or refused', () => {
  const errors = [{ code: '53300', message: 'too many clients already', count: 3 }]
  const connecting = { ...quiet.connecting, opened: 40, failed: 3, errors }
  const verdicts = judged(quiet, { connecting })
  expect(found(verdicts, 'LT111')?.message).toMatch(/^8 connections had to be opened again/)
  expect(found(verdicts, 'LT112')).toMatchObject({
    level: 'warn',
    message: '3 connections could not be opened; most often 53300: too many clients already (3)',
  })
})

test('LT113: the connections are too few for the rate', () => {
  const { verdicts } = simulateRun(openScenario(900), { slots: 1, serviceUs: 1000 })
  expect(found(verdicts, 'LT113')?.message).toMatch(/waited .* ms at p99 for one of 32 connections/)
})

test('LT100, LT114: nothing ended well, or the run was broken off', () => {
  const all = simulateRun(openScenario(100), { ...calm, failEvery: 1 })
  expect(all.verdicts[0]).toMatchObject({
    ruleId: 'LT100',
    message: expect.stringContaining('most failed with 40001: could not serialize access'),
  })
  expect(found(judged(quiet, { complete: false }), 'LT114')?.level).toBe('warn')
})

test('LT115: what took more than an hour is said', () => {
  const response = { ...quiet.total.response, beyond: 2 }
  const total = { ...quiet.total, response }
  expect(found(judged(quiet, { total }), 'LT115')?.message).toMatch(/^2 transactions took more/)
})

test('errors come first', () => {
  const levels = simulateRun(openScenario(500), {
    slots: 1,
    serviceUs: 4000,
    failEvery: 200,
  }).verdicts.map(({ level }) => level)
  expect(levels).toEqual([...levels].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)))
  expect(new Set(levels)).toEqual(new Set(ORDER))
})

const ORDER: readonly Verdict['level'][] = ['error', 'warn', 'note']
