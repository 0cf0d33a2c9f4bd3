import type { WorkloadFile } from '../schema/workload-schema.js'
import type { LegacyInput } from '../workload.js'

const INSTANCE_KEYS = [
  'bulk_writes_per_second',
  'continuous_writes_per_second',
  'reads_per_second',
  'number_of_readable_secondaries',
  'readable_secondary_size_cu',
] as const
const STORAGE_KEYS = [
  'data_stored_gb',
  'estimated_data_deleted_daily_gb',
  'restore_windows_days',
] as const
const SYNC_KEYS = [
  'number_of_continuous_pipelines',
  'expected_data_per_sync_gb',
  'sync_mode',
  'sync_frequency',
] as const

/** The old accelerator's inputs with its own defaults; undefined when the file has none of its keys. */
export function readLegacy(file: WorkloadFile): LegacyInput | undefined {
  const instance = file.database_instance ?? {}
  const storage = file.database_storage ?? {}
  const sync = file.delta_synchronization ?? {}
  const promotion = file.promotion_percentage ?? instance.promotion_percentage
  if (promotion === undefined && !hasLegacyKey({ instance, storage, sync })) return undefined
  return {
    ...instanceInput(instance),
    ...storageInput(storage),
    ...syncInput(sync),
    promotion_percentage: promotion ?? 0,
  }
}

function instanceInput(instance: NonNullable<WorkloadFile['database_instance']>) {
  return {
    bulk_writes_per_second: instance.bulk_writes_per_second ?? 0,
    continuous_writes_per_second: instance.continuous_writes_per_second ?? 0,
    reads_per_second: instance.reads_per_second ?? 0,
    number_of_readable_secondaries: instance.number_of_readable_secondaries ?? 0,
    readable_secondary_size_cu: instance.readable_secondary_size_cu ?? 1,
  }
}

function storageInput(storage: NonNullable<WorkloadFile['database_storage']>) {
  return {
    data_stored_gb: storage.data_stored_gb ?? 0,
    estimated_data_deleted_daily_gb: storage.estimated_data_deleted_daily_gb ?? 0,
    restore_windows_days: storage.restore_windows_days ?? 0,
  }
}

function syncInput(sync: NonNullable<WorkloadFile['delta_synchronization']>) {
  return {
    number_of_continuous_pipelines: sync.number_of_continuous_pipelines ?? 0,
    expected_data_per_sync_gb: sync.expected_data_per_sync_gb ?? 0,
    sync_mode: sync.sync_mode ?? 'SNAPSHOT',
    sync_frequency: sync.sync_frequency?.text ?? 'Per day',
  }
}

/** Whether a section has any key that the old accelerator knew. */
function hasLegacyKey(sections: { instance: object; storage: object; sync: object }): boolean {
  return (
    INSTANCE_KEYS.some((key) => key in sections.instance) ||
    STORAGE_KEYS.some((key) => key in sections.storage) ||
    SYNC_KEYS.some((key) => key in sections.sync)
  )
}
