import type { BundleSpec, ProvisionedDatabase } from '../spec/bundle-spec.js'
import { block, entry } from '../yaml/block.js'
import { type BundleFile, generatedFrom } from './bundle-file.js'
import { FILES, KEYS, VARIABLES } from './keys.js'
import { ref, resource, resourcesBlock, variable } from './resource.js'
import { storageSchemas } from './storage-schemas.js'

/** The day from which no Provisioned instance can be created (docs.databricks.com, oltp/create). */
export const PROVISIONED_ENDED = '2026-03-12'

/** Instance and catalog of the retired product. */
export function instanceFile(spec: BundleSpec, database: ProvisionedDatabase): BundleFile {
  return {
    path: FILES.instance,
    head: `${generatedFrom(spec.origin)}

Provisioned instances can no longer be created since ${PROVISIONED_ENDED}: the API behind this resource
makes an Autoscaling project, billed as one. Only for those who still manage instances this way.`,
    block: resourcesBlock([
      entry(
        'database_instances',
        block(
          resource(KEYS.instance, [
            entry('name', variable(VARIABLES.instanceName)),
            entry('capacity', variable(VARIABLES.capacity)),
            entry('node_count', database.nodeCount),
            entry('enable_readable_secondaries', database.readableSecondaries),
            entry('retention_window_in_days', database.restoreWindowDays),
          ]),
        ),
      ),
      entry(
        'database_catalogs',
        block(
          resource(KEYS.catalog, [
            entry('name', variable(VARIABLES.catalog)),
            entry('database_instance_name', ref('database_instances', KEYS.instance, 'name')),
            entry('database_name', spec.databaseName),
            entry('create_database_if_not_exists', true),
          ]),
        ),
        { apart: true },
      ),
      storageSchemas(spec),
    ]),
  }
}
