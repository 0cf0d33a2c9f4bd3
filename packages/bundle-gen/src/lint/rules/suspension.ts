import limits from '../../data/bundle-limits.json' with { type: 'json' }
import type { Finding } from '../../finding.js'
import { type BundleValue, entryAt, isTrue, numberOf, valueAt } from '../../read/bundle-value.js'
import { type Check, findingsOf } from '../check.js'
import { computeBlocks } from '../compute-blocks.js'

const found = findingsOf('LB105')

/** LB105: scale to zero and high availability. */
export const suspension: Check = ({ view }) =>
  computeBlocks(view).flatMap((block) => [...both(block), ...group(block)])

function both(block: BundleValue): readonly Finding[] {
  const timeout = entryAt(block, 'suspend_timeout_duration')
  if (!timeout || !isTrue(valueAt(block, 'no_suspension'))) return []
  const message = 'no_suspension and suspend_timeout_duration exclude each other'
  return [found.error(timeout.keyAt, message, { hint: 'Keep one of the two.' })]
}

function group(block: BundleValue): readonly Finding[] {
  const whole = valueAt(block, 'group')
  const min = numberOf(valueAt(whole, 'min'))
  const max = numberOf(valueAt(whole, 'max'))
  if (whole === undefined || min === undefined || max === undefined) return []
  const allowed = limits.haComputes.value
  const findings: Finding[] = []
  if (min !== max) {
    const message = `group of ${min} to ${max} computes: the number is fixed, min and max are equal`
    findings.push(found.error(whole.at, message))
  } else if (min < allowed.min || max > allowed.max) {
    const expected = `${allowed.min} to ${allowed.max}`
    findings.push(found.error(whole.at, `group of ${min} computes`, { expected }))
  }
  const timeout = entryAt(block, 'suspend_timeout_duration')
  if (max > 1 && timeout) {
    const message = 'an endpoint with high availability cannot scale to zero'
    findings.push(
      found.error(timeout.keyAt, message, { hint: 'Write no_suspension: true in its place.' }),
    )
  }
  return findings
}
