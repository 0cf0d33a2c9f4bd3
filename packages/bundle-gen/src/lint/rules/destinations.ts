import type { Finding } from '../../finding.js'
import { textOf, valueAt } from '../../read/bundle-value.js'
import type { TargetView } from '../../read/target-view.js'
import { findingsOf, titleOf } from '../check.js'
import type { SyncedTable } from '../synced-table.js'

const found = findingsOf('LB108')

/** Where synced tables go: each to a place of its own, in a catalog that is there before. */
export function destinations(tables: readonly SyncedTable[], view: TargetView): readonly Finding[] {
  return [...shared(tables), ...tables.flatMap((one) => literalCatalog(one, view))]
}

function shared(tables: readonly SyncedTable[]): readonly Finding[] {
  const byName = new Map<string, SyncedTable>()
  const byTable = new Map<string, SyncedTable>()
  return tables.flatMap((table) => {
    const name = textOf(table.name)?.toLowerCase()
    if (name === undefined) return []
    const place = postgresTable(table)
    const same = byName.get(name)
    const under = place === undefined ? undefined : byTable.get(place)
    byName.set(name, same ?? table)
    if (place !== undefined) byTable.set(place, under ?? table)
    const other = same ?? under
    if (other === undefined) return []
    const what = same ? textOf(table.name) : `the Postgres table ${place}`
    const message = `${titleOf(table.resource)} and ${titleOf(other.resource)} both write ${what}`
    return [found.error(table.name?.at ?? table.resource.keyAt, message)]
  })
}

/** Two catalogs may show one database. */
function postgresTable({
  resource,
  spec,
  nameParts,
  autoscaling,
}: SyncedTable): string | undefined {
  const branch = textOf(
    valueAt(autoscaling ? spec : resource.value, autoscaling ? 'branch' : 'database_instance_name'),
  )
  const database = textOf(
    valueAt(
      autoscaling ? spec : resource.value,
      autoscaling ? 'postgres_database' : 'logical_database_name',
    ),
  )
  if (branch === undefined || database === undefined || nameParts === undefined) return undefined
  return `${branch} ${database}.${nameParts[1]}.${nameParts[2]}`
}

/** The order of a deployment comes from references alone. */
function literalCatalog(table: SyncedTable, view: TargetView): readonly Finding[] {
  const { resource, name, writtenName, nameParts, autoscaling } = table
  if (!name || !nameParts || writtenName === undefined || /\$\{resources\./.test(writtenName))
    return []
  const [type, field] = autoscaling
    ? (['postgres_catalogs', 'catalog_id'] as const)
    : (['database_catalogs', 'name'] as const)
  const catalog = view
    .ofType(type)
    .find((one) => textOf(valueAt(one.value, field)) === nameParts[0])
  if (catalog === undefined) return []
  const hint = `Begin it with \${resources.${type}.${catalog.key}.${field}}.`
  const message = `${titleOf(resource)} does not wait for its catalog "${nameParts[0]}": it is named, not referred to`
  return [found.warn(name.at, message, { hint })]
}
