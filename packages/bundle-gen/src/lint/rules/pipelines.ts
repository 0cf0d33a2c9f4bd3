import type { Finding } from '../../finding.js'
import { entryAt, textOf, valueAt } from '../../read/bundle-value.js'
import type { TargetView } from '../../read/target-view.js'
import { findingsOf, titleOf } from '../check.js'
import type { SyncedTable } from '../synced-table.js'

const found = findingsOf('LB108')

/** Each synced table makes a pipeline or joins one, and keeps its state in an ordinary catalog. */
export function pipelines(tables: readonly SyncedTable[], view: TargetView): readonly Finding[] {
  const lakebaseCatalogs = catalogNames(view)
  return tables.flatMap((table) => [...one(table), ...storage(table, lakebaseCatalogs, view)])
}

function one({ resource, spec, autoscaling }: SyncedTable): readonly Finding[] {
  const made = entryAt(spec, 'new_pipeline_spec')
  const joined = entryAt(spec, 'existing_pipeline_id')
  const hint = 'new_pipeline_spec makes a pipeline, existing_pipeline_id joins one.'
  if (made && joined) {
    const message = `${titleOf(resource)} has new_pipeline_spec and existing_pipeline_id, which exclude each other`
    return [found.error(joined.keyAt, message, { hint })]
  }
  if (made || joined || spec === undefined) return []
  // The retired API picks a pipeline of its own.
  const make = autoscaling ? found.error : found.warn
  return [make(resource.keyAt, `${titleOf(resource)} names no pipeline`, { hint })]
}

function storage(
  { spec }: SyncedTable,
  lakebaseCatalogs: ReadonlySet<string>,
  view: TargetView,
): readonly Finding[] {
  const value = valueAt(spec, 'new_pipeline_spec', 'storage_catalog')
  const catalog = textOf(value)
  if (value === undefined || catalog === undefined) return []
  if (lakebaseCatalogs.has(catalog)) {
    const message = `storage_catalog "${catalog}" is the catalog of the Postgres database`
    const hint = 'Take an ordinary catalog: the pipeline keeps files there.'
    return [found.error(value.at, message, { hint })]
  }
  return literalSchema(spec, catalog, view)
}

/** In development a schema of the bundle gets a prefix, and its bare name then names nothing. */
function literalSchema(
  spec: SyncedTable['spec'],
  catalog: string,
  view: TargetView,
): readonly Finding[] {
  const value = valueAt(spec, 'new_pipeline_spec', 'storage_schema')
  const schema = textOf(value)
  if (value === undefined || schema === undefined) return []
  const own = view
    .ofType('schemas')
    .find(
      (one) =>
        textOf(valueAt(one.value, 'name')) === schema &&
        textOf(valueAt(one.value, 'catalog_name')) === catalog,
    )
  const written = value.at.source.text.slice(value.at.start, value.at.end)
  if (own === undefined || written.includes('${')) return []
  const hint = `Take \${resources.schemas.${own.key}.name}, which also makes the schema first.`
  return [
    found.warn(value.at, `storage_schema "${schema}" is written out, and the bundle makes it`, {
      hint,
    }),
  ]
}

function catalogNames(view: TargetView): ReadonlySet<string> {
  const names = [
    ...view.ofType('postgres_catalogs').map(({ value }) => textOf(valueAt(value, 'catalog_id'))),
    ...view.ofType('database_catalogs').map(({ value }) => textOf(valueAt(value, 'name'))),
  ]
  return new Set(names.flatMap((name) => name ?? []))
}
