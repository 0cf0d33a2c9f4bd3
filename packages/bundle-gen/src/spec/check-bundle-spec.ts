import type { Finding } from '../finding.js'
import type { BundleSpec } from './bundle-spec.js'
import { checkDatabase } from './check-database.js'
import { checkNames } from './check-names.js'
import { checkPipelines } from './check-pipelines.js'
import { checkPostSync } from './check-post-sync.js'
import { checkTables } from './check-tables.js'

/** What stands in the way of a bundle (errors), and what to know of it (warnings and notes). */
export function checkBundleSpec(spec: BundleSpec): readonly Finding[] {
  return [
    ...checkNames(spec),
    ...checkDatabase(spec.database),
    ...checkPipelines(spec),
    ...checkTables(spec),
    ...checkPostSync(spec),
  ]
}
