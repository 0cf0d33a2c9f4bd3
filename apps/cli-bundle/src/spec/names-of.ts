import type { Finding, Workload } from '@lakebase/config'

/** The names of a bundle, and which of them nobody gave. */
export interface BundleNamesOfWorkload {
  readonly bundleName: string
  readonly projectId: string
  readonly catalog: string
  readonly databaseName: string
  readonly storageCatalog: string
  readonly storageSchema: string
  readonly findings: readonly Finding[]
}

/** An ordinary catalog that most workspaces have; the note says that it was taken. */
const STORAGE = { catalog: 'main', schema: 'lakebase_storage' } as const

/** Names that the file gives, else such as follow from the name of the workload. */
export function namesOf({ name, bundle }: Workload): BundleNamesOfWorkload {
  const id = asId(name)
  const underscored = id.replaceAll('-', '_')
  const taken = {
    project_id: [bundle.projectId, id],
    catalog: [bundle.catalog, `${underscored}_pg`],
    database: [bundle.database, underscored],
    storage_catalog: [bundle.storageCatalog, STORAGE.catalog],
    storage_schema: [bundle.storageSchema, STORAGE.schema],
  } as const
  const missing = Object.entries(taken).filter(([, [given]]) => given === undefined)
  const findings: readonly Finding[] =
    missing.length === 0
      ? []
      : [
          {
            ruleId: 'BG060',
            level: 'note',
            message: `names that the file does not give: ${missing.map(([key, [, own]]) => `${key} ${own}`).join(', ')}`,
            hint: 'write them under bundle: in the workload file',
          },
        ]
  return {
    bundleName: `lakebase-${id}`,
    projectId: bundle.projectId ?? taken.project_id[1],
    catalog: bundle.catalog ?? taken.catalog[1],
    databaseName: bundle.database ?? taken.database[1],
    storageCatalog: bundle.storageCatalog ?? taken.storage_catalog[1],
    storageSchema: bundle.storageSchema ?? taken.storage_schema[1],
    findings,
  }
}

/** `My Shop.workload` is `my-shop-workload`; a name without a letter is `workload`. */
function asId(name: string): string {
  const id = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
  return id.slice(0, 30).replace(/-+$/, '') || 'workload'
}
