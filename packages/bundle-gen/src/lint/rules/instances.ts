import limits from '../../data/bundle-limits.json' with { type: 'json' }
import type { Finding } from '../../finding.js'
import { isTrue, numberOf, textOf } from '../../read/bundle-value.js'
import type { Resource } from '../../read/target-view.js'
import { type Check, fieldOf, findingsOf } from '../check.js'

const found = findingsOf('LB102')

/** LB102: sizes of the retired Provisioned instances. */
export const instances: Check = ({ view }) =>
  view
    .ofType('database_instances')
    .flatMap((one) => [...capacity(one), ...nodes(one), ...retention(one)])

function capacity(instance: Resource): readonly Finding[] {
  const value = fieldOf(instance, 'capacity')
  const text = textOf(value)
  const allowed = limits.capacities.value
  if (value === undefined || text === undefined || text.includes('${') || allowed.includes(text))
    return []
  return [found.error(value.at, `there is no capacity "${text}"`, { expected: allowed.join(', ') })]
}

function nodes(instance: Resource): readonly Finding[] {
  const value = fieldOf(instance, 'node_count')
  const count = numberOf(value)
  const readable = fieldOf(instance, 'enable_readable_secondaries')
  const usual = limits.nodeCountUsual.value
  const findings: Finding[] = []
  if (value && count !== undefined && (count < 1 || !Number.isInteger(count))) {
    findings.push(
      found.error(value.at, `node_count ${count}`, { expected: 'a whole number from 1' }),
    )
  } else if (value && count !== undefined && count > usual) {
    findings.push(
      found.warn(value.at, `node_count ${count}: more than ${usual} nodes were not seen anywhere`),
    )
  }
  // Without node_count there is one node, unless the count is decided elsewhere.
  const known = value === undefined ? 1 : count
  if (readable && isTrue(readable) && known !== undefined && known < 2) {
    const hint = 'Set node_count: 2, or enable_readable_secondaries: false.'
    findings.push(found.error(readable.at, 'readable secondaries without a secondary', { hint }))
  }
  return findings
}

function retention(instance: Resource): readonly Finding[] {
  const value = fieldOf(instance, 'retention_window_in_days')
  const days = numberOf(value)
  const { min, max } = limits.retentionDays.value
  if (value === undefined || days === undefined || (days >= min && days <= max)) return []
  const expected = `${min} to ${max} days`
  return [found.error(value.at, `retention_window_in_days ${days}`, { expected })]
}
