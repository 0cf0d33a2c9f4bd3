import type { Workload } from '@lakebase/config'
import type { Document } from 'yaml'
import type { MigratedKey } from './migration.js'

/** A step changes the document in place and tells what it did. */
export type MigrationStep = (file: Document, workload: Workload) => readonly MigratedKey[]
