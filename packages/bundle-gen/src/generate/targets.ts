import type { AutoscalingDatabase, BundleSpec } from '../spec/bundle-spec.js'
import { type Block, block, type Entry, entry } from '../yaml/block.js'
import { KEYS, VARIABLES } from './keys.js'
import { MARKER } from './marker.js'
import { PRIMARY_FIELDS } from './project-file.js'
import { duration, variable } from './resource.js'

/** What dev runs on: small, and asleep when nobody works. */
const DEV = { minCu: 0.5, maxCu: 4, idleSeconds: 300 } as const

/** Lower case and hyphens, as ids want it (databricks/cli 0.270.0). */
const USER_ID = `\${workspace.current_user.domain_friendly_name}`
/** Underscores, as names in Unity Catalog want it. */
const USER_NAME = `\${workspace.current_user.short_name}`

/** dev and prod, which never touch the same database. */
export function targets(spec: BundleSpec): Block {
  return block(entry('dev', dev(spec)), entry('prod', prod(spec), { apart: true }))
}

function dev(spec: BundleSpec): Block {
  const { database } = spec
  const autoscaling = database.product === 'autoscaling'
  return block(
    entry('mode', 'development'),
    entry('default', true),
    entry(
      'variables',
      block(
        entry(
          autoscaling ? VARIABLES.projectId : VARIABLES.instanceName,
          `${autoscaling ? database.projectId : database.instanceName}-${USER_ID}`,
          {
            above: 'mode: development renames no Lakebase resource: the ids keep developers apart.',
          },
        ),
        entry(VARIABLES.catalog, `${spec.catalog}_${USER_NAME}`),
        ...(autoscaling
          ? [
              entry(VARIABLES.minCu, DEV.minCu),
              entry(VARIABLES.maxCu, DEV.maxCu),
              entry(VARIABLES.protectBranch, false),
              entry(VARIABLES.purgeOnDelete, true),
            ]
          : [entry(VARIABLES.capacity, 'CU_1')]),
      ),
    ),
    autoscaling &&
      primaryOverride(
        [entry('suspend_timeout_duration', duration(DEV.idleSeconds))],
        'The schema checks an override on its own, so it repeats the required fields.',
      ),
  )
}

function prod(spec: BundleSpec): Block {
  const { database } = spec
  return block(
    entry('mode', 'production'),
    entry(
      'workspace',
      block(
        spec.host !== undefined && entry('host', spec.host),
        entry(
          'root_path',
          `/Workspace/Users/${variable(VARIABLES.deployer)}/.bundle/\${bundle.name}/\${bundle.target}`,
        ),
      ),
    ),
    database.product === 'autoscaling' && primaryOverride(prodPrimary(database)),
  )
}

function prodPrimary(database: AutoscalingDatabase): readonly (Entry | undefined)[] {
  const { haComputes, haReadable, scaleToZeroAfterSeconds } = database
  return [
    scaleToZeroAfterSeconds === false
      ? entry('no_suspension', true)
      : entry('suspend_timeout_duration', duration(scaleToZeroAfterSeconds)),
    haComputes === undefined
      ? undefined
      : entry(
          'group',
          block(
            entry('min', haComputes),
            entry('max', haComputes),
            haReadable && entry('enable_readable_secondaries', true),
          ),
          {
            above: `High availability: the primary and ${haComputes - 1} more, on the same storage.`,
          },
        ),
  ]
}

function primaryOverride(settings: readonly (Entry | undefined)[], above?: string): Entry {
  const [parent, ...required] = PRIMARY_FIELDS
  const first = parent && { ...parent, beside: MARKER, ...(above !== undefined && { above }) }
  return entry(
    'resources',
    block(
      entry(
        'postgres_endpoints',
        block(entry(KEYS.primary, block(first, ...required, ...settings))),
      ),
    ),
  )
}
