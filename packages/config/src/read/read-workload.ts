import type { WorkloadFile } from '../schema/workload-schema.js'
import type { BundleNames, Discount, Query, Storage, Target, Workload } from '../workload.js'
import { defined } from './defined.js'
import { legacyRestoreWindow } from './legacy-restore-window.js'
import { readBranches, readCompute, readLoad } from './read-compute.js'
import { readLegacy } from './read-legacy.js'
import { readSync } from './read-sync.js'
import { readPlainTables } from './read-tables.js'

/** Names of the file into names of the program; nothing is judged here. */
export function readWorkload(file: WorkloadFile, fileName: string): Workload {
  return defined({
    name: file.name ?? baseName(fileName),
    target: readTarget(file.target),
    load: readLoad(file.database_instance),
    compute: readCompute(file),
    storage: readStorage(file.database_storage),
    sync: readSync(file.delta_synchronization),
    branches: readBranches(file.branches),
    discounts: [...readDiscounts(file.discounts), ...legacyPromotion(file)],
    tables: readPlainTables(file.tables),
    queries: readQueries(file.queries),
    bundle: readBundle(file.bundle),
    legacy: readLegacy(file),
  })
}

/** `deploy/shop.workload.yml` is `shop.workload`. */
function baseName(file: string): string {
  const name = file.split(/[/\\]/).at(-1) ?? file
  return name.replace(/(?<=.)\.ya?ml$/i, '') || 'workload'
}

function readTarget(section: WorkloadFile['target']): Target {
  return { ...section, product: section?.product ?? 'autoscaling' }
}

function readStorage(section: WorkloadFile['database_storage']): Storage {
  return defined({
    dataStoredGb: section?.data_stored_gb ?? 0,
    deletedDailyGb: section?.estimated_data_deleted_daily_gb ?? 0,
    changedDailyGb: section?.changed_daily_gb,
    restoreWindowDays:
      section?.restore_window_days ?? legacyRestoreWindow(section?.restore_windows_days),
    snapshotsGb: section?.snapshots_gb,
  })
}

function readDiscounts(discounts: WorkloadFile['discounts']): readonly Discount[] {
  return (discounts ?? []).map(({ applies_to: appliesTo, ...discount }, index) => ({
    ...discount,
    appliesTo,
    promotion: false,
    at: ['discounts', index],
  }))
}

function legacyPromotion(file: WorkloadFile): readonly Discount[] {
  const top = file.promotion_percentage
  const percentage = top ?? file.database_instance?.promotion_percentage
  if (percentage === undefined) return []
  const at = top === undefined ? ['database_instance'] : []
  const name = 'promotion_percentage'
  return [
    {
      name,
      percentage,
      appliesTo: ['compute'],
      promotion: true,
      at: [...at, 'promotion_percentage'],
    },
  ]
}

function readQueries(queries: WorkloadFile['queries']): readonly Query[] {
  return (queries ?? []).map((query, index) =>
    defined({
      name: query.name,
      sql: query.sql,
      file: query.file,
      weight: query.weight,
      ratePerSecond: query.rate_per_second,
      expectedMs: query.expected_ms,
      parameters: query.parameters ?? [],
      at: ['queries', index],
    }),
  )
}

function readBundle(section: WorkloadFile['bundle']): BundleNames {
  return defined({
    projectId: section?.project_id,
    catalog: section?.catalog,
    database: section?.database,
    storageCatalog: section?.storage_catalog,
    storageSchema: section?.storage_schema,
  })
}
