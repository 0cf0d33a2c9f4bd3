import type { Check } from './check.js'
import { apps } from './rules/apps.js'
import { cliVersion } from './rules/cli-version.js'
import { computeUnits } from './rules/compute-units.js'
import { durations } from './rules/durations.js'
import { fields } from './rules/fields.js'
import { implicitObjects } from './rules/implicit-objects.js'
import { instances } from './rules/instances.js'
import { keys } from './rules/keys.js'
import { links } from './rules/links.js'
import { names } from './rules/names.js'
import { permissions } from './rules/permissions.js'
import { protection } from './rules/protection.js'
import { references } from './rules/references.js'
import { sourceFacts } from './rules/source-facts.js'
import { suspension } from './rules/suspension.js'
import { syncedTables } from './rules/synced-tables.js'
import { targets } from './rules/targets.js'

/** Every check of a bundle, in the order of the ids. LB100 and LB118 come from reading, LB115 from a comparison. */
export const CHECKS: readonly Check[] = [
  names, // LB101
  instances, // LB102
  computeUnits, // LB103
  durations, // LB104
  suspension, // LB105
  keys, // LB106
  references, // LB107
  links, // LB107
  syncedTables, // LB108
  sourceFacts, // LB109
  permissions, // LB110
  targets, // LB111
  implicitObjects, // LB112
  cliVersion, // LB113
  apps, // LB114
  protection, // LB116
  fields, // LB117
]
