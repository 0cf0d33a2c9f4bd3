import type { Workload } from '@lakebase/config'
import { parseDocument } from 'yaml'
import { migratePromotion } from './migrate-promotion.js'
import { migrateReplicas } from './migrate-replicas.js'
import { migrateStorage } from './migrate-storage.js'
import { migrateSync } from './migrate-sync.js'
import type { MigratedKey } from './migration.js'
import type { MigrationStep } from './migration-step.js'

export interface MigratedText {
  readonly text: string
  readonly changes: readonly MigratedKey[]
}

/** Long lines stay long, and lists in brackets as people write them. */
const STYLE = { lineWidth: 0, flowCollectionPadding: false } as const

const STEPS: readonly MigrationStep[] = [
  migrateReplicas,
  migratePromotion,
  migrateStorage,
  migrateSync,
]

/** The file in the words of today; comments and the order of its keys stay. */
export function migrateText(text: string, workload: Workload): MigratedText {
  const file = parseDocument(text)
  const changes = STEPS.flatMap((step) => step(file, workload))
  return { text: changes.length === 0 ? text : file.toString(STYLE), changes }
}
