import type { AdviceFinding } from '../../advice.js'
import { qualifiedName } from '../../quote.js'
import { count, megabytes } from '../format.js'
import type { IndexFacts } from '../index-facts.js'

/** Smaller ones cost little. */
const UNUSED_BYTES = 1024 ** 2

/** What is wrong with the indexes of a database. */
export function indexFindings(
  indexes: readonly IndexFacts[],
  statisticsDays: number | null,
): readonly AdviceFinding[] {
  return [
    ...indexes.flatMap(invalid),
    ...indexes.flatMap((one) => duplicate(one, indexes)),
    ...indexes.flatMap((one) => unused(one, statisticsDays)),
  ]
}

function invalid(index: IndexFacts): readonly AdviceFinding[] {
  if (index.isValid || index.isBuilding) return []
  return [
    {
      ruleId: 'LT204',
      level: 'error',
      message: `${nameOf(index)} (${megabytes(index.bytes)}) is invalid: a CREATE INDEX CONCURRENTLY has failed; it costs writes and serves nothing`,
      hint: `DROP INDEX CONCURRENTLY ${nameOf(index)}, then create it again`,
    },
  ]
}

function duplicate(index: IndexFacts, indexes: readonly IndexFacts[]): readonly AdviceFinding[] {
  if (index.isNeeded || !index.isValid) return []
  const other = indexes.find((one) => one.isValid && one !== index && holds(one, index))
  if (!other) return []
  return [
    {
      ruleId: 'LT203',
      level: 'warn',
      message: `${nameOf(index)} (${megabytes(index.bytes)}) is needless beside ${nameOf(other)}, which serves the same queries`,
      hint: `DROP INDEX CONCURRENTLY ${nameOf(index)}`,
    },
  ]
}

/** Of two equal ones the first by name is the needless one. */
function holds(one: IndexFacts, other: IndexFacts): boolean {
  if (one.schema !== other.schema || one.table !== other.table || one.method !== other.method)
    return false
  if (one.predicate !== other.predicate) return false
  const isEqual = one.keys.join() === other.keys.join()
  if (one.method !== 'btree') return isEqual && (one.isNeeded || one.name > other.name)
  const isPrefix = other.keys.every((key, place) => key === one.keys[place])
  const columns = new Set([
    ...one.keys.map((key) => key.replace(/ \d+ \d+ \d+$/, '')),
    ...one.include,
  ])
  if (!isPrefix || !other.include.every((column) => columns.has(column))) return false
  const isSame = isEqual && one.include.length === other.include.length
  return !isSame || one.isNeeded || one.name > other.name
}

function unused(index: IndexFacts, days: number | null): readonly AdviceFinding[] {
  if (index.isNeeded || !index.isValid || index.scans > 0 || index.bytes < UNUSED_BYTES) return []
  const span =
    days === null
      ? 'since the statistics began'
      : `in ${count(Math.max(days, 1))} days of statistics`
  return [
    {
      ruleId: 'LT202',
      level: 'warn',
      message: `${nameOf(index)} (${megabytes(index.bytes)}) was not used ${span}; reads on replicas do not count here`,
      hint: `DROP INDEX CONCURRENTLY ${nameOf(index)}, once you know that no monthly job needs it`,
    },
  ]
}

function nameOf({ schema, name }: IndexFacts): string {
  return qualifiedName({ schema, name })
}
