import limits from '../../data/bundle-limits.json' with { type: 'json' }
import type { Finding } from '../../finding.js'
import { valueAt } from '../../read/bundle-value.js'
import { type Check, findingsOf, titleOf } from '../check.js'
import type { SourceTable } from '../source-tables.js'
import { type SyncedTable, syncedTablesOf } from '../synced-table.js'
import { connectionCaps } from './connection-caps.js'

const found = findingsOf('LB109')

/** LB109: what the sources must have for their policy, and what the syncs take from the compute. */
export const sourceFacts: Check = ({ view, tables }) => {
  const synced = syncedTablesOf(view)
  return [
    ...synced.flatMap((table) => {
      const known = table.source === undefined ? undefined : tables.get(table.source)
      return known ? [...changeFeed(table, known), ...columnTypes(table, known)] : []
    }),
    ...connectionCaps(synced, view),
  ]
}

function changeFeed({ spec, source, policy }: SyncedTable, known: SourceTable): readonly Finding[] {
  const at = valueAt(spec, 'scheduling_policy')?.at
  if (at === undefined || known.changeDataFeed !== false) return []
  if (policy !== 'TRIGGERED' && policy !== 'CONTINUOUS') return []
  const hint = `ALTER TABLE ${source} SET TBLPROPERTIES (delta.enableChangeDataFeed = true), or take SNAPSHOT.`
  return [
    found.error(at, `${policy} reads the change data feed of ${source}, which is off`, { hint }),
  ]
}

function columnTypes(
  { resource, spec, source }: SyncedTable,
  known: SourceTable,
): readonly Finding[] {
  const unsupported = limits.unsupportedTypes.value
  const columns = (known.columns ?? []).filter(({ type }) =>
    unsupported.includes(/^\w*/.exec(type.trim().toUpperCase())?.[0] ?? ''),
  )
  if (columns.length === 0) return []
  const at = valueAt(spec, 'source_table_full_name')?.at ?? resource.keyAt
  const list = columns.map(({ name, type }) => `${name} (${type})`).join(', ')
  const hint = 'Sync a view or table that leaves them out or casts them.'
  return [
    found.error(at, `${titleOf(resource)}: ${source} has columns that no sync takes: ${list}`, {
      hint,
    }),
  ]
}
