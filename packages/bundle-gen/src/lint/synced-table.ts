import { type BundleValue, textOf, valueAt } from '../read/bundle-value.js'
import type { Resource, TargetView } from '../read/target-view.js'
import { splitName } from './split-name.js'

/** A synced table of either product: what Autoscaling has at the top, the retired Provisioned has under `spec`. */
export interface SyncedTable {
  readonly resource: Resource
  readonly autoscaling: boolean
  /** The block that holds the fields below. */
  readonly spec: BundleValue | undefined
  readonly name: BundleValue | undefined
  readonly writtenName: string | undefined
  /** Catalog, schema and table; undefined unless there are three. */
  readonly nameParts: readonly [string, string, string] | undefined
  readonly source: string | undefined
  readonly policy: string | undefined
}

export function syncedTablesOf(view: TargetView): readonly SyncedTable[] {
  return [
    ...view.ofType('postgres_synced_tables').flatMap((one) => read(one, true)),
    ...view.ofType('synced_database_tables').flatMap((one) => read(one, false)),
  ]
}

function read(resource: Resource, autoscaling: boolean): readonly SyncedTable[] {
  const { value, written } = resource
  // LB117 says so.
  if (value.kind !== 'map') return []
  const idField = autoscaling ? 'synced_table_id' : 'name'
  const spec = autoscaling ? value : valueAt(value, 'spec')
  const name = valueAt(value, idField)
  const [catalog, schema, table, ...rest] = splitName(textOf(name) ?? '')
  const whole = catalog && schema && table && rest.length === 0
  return [
    {
      resource,
      autoscaling,
      spec,
      name,
      writtenName: textOf(valueAt(written, idField)),
      nameParts: whole ? [catalog, schema, table] : undefined,
      source: textOf(valueAt(spec, 'source_table_full_name')),
      policy: textOf(valueAt(spec, 'scheduling_policy')),
    },
  ]
}
