import type { BundleSpec } from '../spec/bundle-spec.js'
import { type Block, block, type Entry, entry, type Value } from '../yaml/block.js'
import { VARIABLES } from './keys.js'

/** What differs between targets, or what somebody may want to say otherwise on the command line. */
export function variables(spec: BundleSpec): Block {
  const { database } = spec
  return block(
    ...(database.product === 'autoscaling'
      ? [
          declare(
            VARIABLES.projectId,
            'Lakebase project, 1-63 lower-case letters, digits and hyphens',
            database.projectId,
          ),
        ]
      : [
          declare(
            VARIABLES.instanceName,
            'Database instance, 1-63 lower-case letters, digits and hyphens',
            database.instanceName,
          ),
          declare(VARIABLES.capacity, 'CU_1, CU_2, CU_4 or CU_8; one has 16 GB', database.capacity),
        ]),
    declare(
      VARIABLES.catalog,
      'Unity Catalog catalog that shows the Postgres database, letters, digits and underscores',
      spec.catalog,
    ),
    declare(
      VARIABLES.storageCatalog,
      'An ordinary catalog, for the checkpoints and event logs of the sync pipelines',
      spec.storageCatalog,
    ),
    ...(database.product === 'autoscaling'
      ? [
          declare(VARIABLES.minCu, 'Compute units of 2 GB that are always there', database.minCu),
          declare(
            VARIABLES.maxCu,
            'Compute units of 2 GB; at most 16 above min_cu',
            database.maxCu,
          ),
          declare(
            VARIABLES.protectBranch,
            'Whether the production branch refuses to be deleted',
            true,
          ),
          declare(
            VARIABLES.purgeOnDelete,
            'Whether a destroyed project is gone at once, not restorable',
            false,
          ),
        ]
      : []),
    declare(
      VARIABLES.deployer,
      'Whose folder holds the state of prod; name a service principal when several people deploy',
      `\${workspace.current_user.userName}`,
    ),
  )
}

function declare(name: string, description: string, value: Value): Entry {
  return entry(name, block(entry('description', description), entry('default', value)))
}
