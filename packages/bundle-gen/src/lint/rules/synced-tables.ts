import limits from '../../data/bundle-limits.json' with { type: 'json' }
import type { Finding } from '../../finding.js'
import { entryAt, itemsOf, textOf, valueAt } from '../../read/bundle-value.js'
import { type Check, findingsOf, titleOf } from '../check.js'
import { nearest } from '../nearest.js'
import { splitName } from '../split-name.js'
import { type SyncedTable, syncedTablesOf } from '../synced-table.js'
import { destinations } from './destinations.js'
import { pipelines } from './pipelines.js'

const found = findingsOf('LB108')

/** LB108: what a synced table must say, and what two of them may not both say. */
export const syncedTables: Check = ({ view }) => {
  const tables = syncedTablesOf(view)
  return [
    ...tables.flatMap((one) => [...source(one), ...key(one), ...policy(one), ...created(one)]),
    ...pipelines(tables, view),
    ...destinations(tables, view),
    ...crowdedSources(tables),
  ]
}

function source({ resource, spec, source: name }: SyncedTable): readonly Finding[] {
  const value = valueAt(spec, 'source_table_full_name')
  const expected = 'three parts: catalog.schema.table'
  if (value === undefined) {
    return [
      found.error(resource.keyAt, `${titleOf(resource)} has no source_table_full_name`, {
        expected,
      }),
    ]
  }
  const parts = splitName(name ?? '')
  const whole = parts.length === 3 && parts.every((part) => part !== '')
  // A reference may stand for several parts.
  if (name === undefined || whole || (name.includes('${') && parts.length < 3)) return []
  return [found.error(value.at, `source "${name}" is no full name`, { expected })]
}

function key({ resource, spec }: SyncedTable): readonly Finding[] {
  const value = valueAt(spec, 'primary_key_columns')
  if (value === undefined || (value.kind === 'list' && value.items.length === 0)) {
    const message = `${titleOf(resource)} has no primary key`
    const hint = 'List the columns that tell rows apart; rows with NULL in one are left out.'
    return [found.error(value?.at ?? resource.keyAt, message, { hint })]
  }
  const timeseries = valueAt(spec, 'timeseries_key')
  const column = textOf(timeseries)
  if (timeseries === undefined || !itemsOf(value).some((item) => textOf(item) === column)) return []
  const message = `timeseries_key "${column}" is part of the primary key`
  const why = 'It decides between rows of one key, which then never differ in it.'
  return [found.warn(timeseries.at, message, { why })]
}

function policy({ resource, spec, policy: text }: SyncedTable): readonly Finding[] {
  const value = valueAt(spec, 'scheduling_policy')
  const allowed = limits.schedulingPolicies.value
  const expected = allowed.join(', ')
  if (value === undefined) {
    return [
      found.error(resource.keyAt, `${titleOf(resource)} has no scheduling_policy`, { expected }),
    ]
  }
  if (text === undefined || text.includes('${') || allowed.includes(text)) return []
  const suggestion = nearest(text, allowed)
  const advice = { expected, ...(suggestion !== undefined && { suggestion }) }
  return [found.error(value.at, `there is no scheduling_policy "${text}"`, advice)]
}

function created({ resource, spec }: SyncedTable): readonly Finding[] {
  const field = 'create_database_objects_if_missing'
  if (spec === undefined || entryAt(spec, field)) return []
  const why =
    'The API says that it is true when it is left out, other texts of Databricks say false.'
  return [found.warn(resource.keyAt, `${titleOf(resource)} does not say ${field}`, { why })]
}

function crowdedSources(tables: readonly SyncedTable[]): readonly Finding[] {
  const max = limits.syncedTablesPerSource.value
  const counts = new Map<string, number>()
  return tables.flatMap(({ resource, spec, source: name }) => {
    if (name === undefined || name.includes('${')) return []
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    const at = valueAt(spec, 'source_table_full_name')?.at ?? resource.keyAt
    const message = `over ${max} synced tables of ${name}: the service refuses the next`
    return count === max + 1 ? [found.error(at, message)] : []
  })
}
