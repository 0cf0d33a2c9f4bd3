import limits from '../../data/bundle-limits.json' with { type: 'json' }
import type { Finding } from '../../finding.js'
import { type BundleValue, isOpen, isTrue, valueAt } from '../../read/bundle-value.js'
import type { Resource } from '../../read/target-view.js'
import { type Check, fieldOf, findingsOf, titleOf } from '../check.js'
import { computeBlocks } from '../compute-blocks.js'
import { durationSeconds, meantDuration } from '../duration.js'

const found = findingsOf('LB104')
const DAY = 86_400

/** LB104: how long a branch lives, and durations that the service can read. */
export const durations: Check = ({ view }) => [
  ...view.ofType('postgres_branches').flatMap((one) => [...expiry(one), ...ttl(one)]),
  ...view.ofType('postgres_projects').flatMap(history),
  ...computeBlocks(view).flatMap((block) =>
    inRange(
      valueAt(block, 'suspend_timeout_duration'),
      'suspend_timeout_duration',
      limits.suspendSeconds.value,
    ),
  ),
]

function expiry(branch: Resource): readonly Finding[] {
  const given = ['no_expiry', 'ttl', 'expire_time'].filter((field) => {
    const value = fieldOf(branch, field)
    // no_expiry: false says nothing, and a value decided elsewhere counts as given.
    return value !== undefined && (field !== 'no_expiry' || isTrue(value) || isOpen(value))
  })
  if (given.length === 1) return []
  const hint = 'Write one of no_expiry: true, ttl: 604800s, or expire_time.'
  if (given.length === 0) {
    // One that is taken over has its own; that of the project never expires.
    if (isTrue(fieldOf(branch, 'replace_existing'))) return []
    const message = `${titleOf(branch)} does not say whether it expires`
    return [found.error(branch.keyAt, message, { hint })]
  }
  const second = fieldOf(branch, given[1] ?? '')
  const message = `${titleOf(branch)} has ${given.join(' and ')}, which exclude each other`
  return [found.error(second?.at ?? branch.keyAt, message, { hint })]
}

function ttl(branch: Resource): readonly Finding[] {
  const max = limits.branchTtlSeconds.value
  const value = fieldOf(branch, 'ttl')
  const seconds = secondsOf(value)
  if (value === undefined || seconds === undefined || seconds <= max) return malformed(value, 'ttl')
  return [found.warn(value.at, `ttl of ${days(seconds)}: branches live at most ${days(max)}`)]
}

function history(project: Resource): readonly Finding[] {
  const field = 'history_retention_duration'
  const value = fieldOf(project, field)
  const findings = inRange(value, field, limits.historySeconds.value)
  const seconds = secondsOf(value)
  const usual = limits.historyUsualSeconds.value
  if (findings.length > 0 || value === undefined || seconds === undefined || seconds <= usual)
    return findings
  return [
    found.warn(value.at, `history of ${days(seconds)}: the documents say ${days(usual)} at most`),
  ]
}

function inRange(
  value: BundleValue | undefined,
  field: string,
  { min, max }: { readonly min: number; readonly max: number },
): readonly Finding[] {
  const seconds = secondsOf(value)
  if (value === undefined || seconds === undefined) return malformed(value, field)
  if (seconds >= min && seconds <= max) return []
  return [found.error(value.at, `${field} of ${seconds}s`, { expected: `${min}s to ${max}s` })]
}

function malformed(value: BundleValue | undefined, field: string): readonly Finding[] {
  if (value === undefined || isOpen(value) || secondsOf(value) !== undefined) return []
  const text = value.kind === 'scalar' ? String(value.value) : 'a block'
  const meant = meantDuration(text)
  return [
    found.error(value.at, `${field}: "${text}" is no duration`, {
      expected: 'seconds with an s, such as 604800s',
      ...(meant !== undefined && { suggestion: meant }),
    }),
  ]
}

function secondsOf(value: BundleValue | undefined): number | undefined {
  return value?.kind === 'scalar' && typeof value.value === 'string'
    ? durationSeconds(value.value)
    : undefined
}

function days(seconds: number): string {
  return `${Math.round((seconds / DAY) * 10) / 10} days`
}
