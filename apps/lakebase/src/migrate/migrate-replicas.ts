import type { MigrationStep } from './migration-step.js'

const COUNT = ['database_instance', 'number_of_readable_secondaries'] as const
const SIZE = ['database_instance', 'readable_secondary_size_cu'] as const
const REPLICAS = ['compute', 'read_replicas'] as const

/** Secondaries of 16 GB a unit become read replicas of the same memory. */
export const migrateReplicas: MigrationStep = (file, { compute }) => {
  if (!file.hasIn(COUNT) && !file.hasIn(SIZE)) return []
  const key = COUNT.join('.')
  const old = compute.readReplicas.find(({ legacyCu }) => legacyCu !== undefined)
  file.deleteIn(COUNT)
  file.deleteIn(SIZE)
  if (old === undefined) return [{ key, became: 'nothing', why: 'it asked for none' }]
  const { count, minCu, maxCu, legacyCu } = old
  const replica = { count, min_cu: minCu, max_cu: maxCu }
  if (file.hasIn(REPLICAS)) file.addIn(REPLICAS, replica)
  else file.setIn(REPLICAS, file.createNode([replica]))
  const why = `${legacyCu} CU of 16 GB are ${minCu} CU of 2 GB, the same memory`
  return [{ key, became: `compute.read_replicas: ${count} of ${minCu} CU`, why }]
}
