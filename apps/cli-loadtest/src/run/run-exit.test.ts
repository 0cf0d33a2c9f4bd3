import type { RunReport, Verdict } from '@lakebase/loadtest'
import { expect, test } from 'vitest'
import { sampleRun } from '../../test/sample/sample-report.js'
import { runExit } from './run-exit.js'

const P99 = { objective: { metric: 'latency', percentile: 99, atMostMs: 9 }, holds: true } as const
const ERRORS = { objective: { metric: 'errors', atMost: 0.05 }, holds: true } as const

function told(ruleId: string, level: Verdict['level'] = 'error'): Verdict {
  return { ruleId, level, message: ruleId }
}

function exitOf(change: Partial<RunReport>, strict = false) {
  return runExit({ ...sampleRun, objectives: [P99], verdicts: [], ...change }, { strict })
}

test.each<[string, Partial<RunReport>, number]>([
  ['all is well', {}, 0],
  ['a warning', { verdicts: [told('LT106', 'warn')] }, 0],
  ['a rate that was not reached', { verdicts: [told('LT103')] }, 1],
  ['a missing shard', { verdicts: [told('LT116')] }, 1],
  ['many failures', { verdicts: [told('LT105')] }, 1],
  ['failures that an objective allows', { verdicts: [told('LT105')], objectives: [ERRORS] }, 0],
  ['a client at its limit', { verdicts: [told('LT101')] }, 0],
  ['an objective that is missed', { objectives: [{ ...P99, holds: false }] }, 1],
  [
    'a shard that misses an objective',
    {
      objectives: [{ ...P99, holds: false }],
      verdicts: [told('LT103')],
      shard: { index: 0, count: 2 },
    },
    0,
  ],
])('%s', (_, change, code) => {
  expect(exitOf(change).code).toBe(code)
})

test('--strict counts a client at its limit too', () => {
  expect(exitOf({ verdicts: [told('LT101')] }, true)).toEqual({
    code: 1,
    reason: 'LT101 at error level',
  })
})

test('an interruption is its signal, whatever else is wrong', () => {
  const run = { ...sampleRun, verdicts: [told('LT103')] }
  expect(runExit(run, { strict: false, interruption: 130 }).code).toBe(130)
})
