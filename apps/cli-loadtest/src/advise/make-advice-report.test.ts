import { expect, test } from 'vitest'
import { ADVICES } from '../../test/sample/advices.js'
import { adviceExit } from './make-advice-report.js'

const advice = ADVICES['an index that is missing']?.advice
if (advice === undefined) throw new Error('the sample is gone')
const [proposal] = advice.proposals

test('a proposal is exit 1 only with --check, and until it is applied', () => {
  expect(adviceExit(advice, [], false).code).toBe(0)
  expect(adviceExit(advice, [], true)).toEqual({ code: 1, reason: '1 index is missing' })
  expect(adviceExit(advice, [proposal?.name ?? ''], true).code).toBe(0)
})

test('what is broken in the database is exit 1', () => {
  const findings = [{ ruleId: 'LT205', level: 'error', message: 'an index is invalid' } as const]
  expect(adviceExit({ ...advice, findings }, [], false)).toEqual({
    code: 1,
    reason: 'LT205 at error level',
  })
})
