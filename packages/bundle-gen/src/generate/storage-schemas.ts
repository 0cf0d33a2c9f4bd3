import type { BundleSpec } from '../spec/bundle-spec.js'
import { block, type Entry, entry } from '../yaml/block.js'
import { KEYS, VARIABLES } from './keys.js'
import { ref, resource, variable } from './resource.js'

/** Where the sync pipelines keep what they need themselves. */
export function storageSchemas(spec: BundleSpec): Entry {
  return entry(
    'schemas',
    block(
      resource(KEYS.storage, [
        entry('name', spec.storageSchema),
        entry('catalog_name', variable(VARIABLES.storageCatalog)),
        entry('comment', 'Checkpoints and event logs of the Lakebase sync pipelines'),
      ]),
    ),
    {
      apart: true,
      above:
        'mode: development puts dev_<user>_ before its name: refer to the resource, never to the name.',
    },
  )
}

/** `new_pipeline_spec` of the table that makes a pipeline. */
export function newPipelineSpec(): Entry {
  return entry(
    'new_pipeline_spec',
    block(
      entry('storage_catalog', ref('schemas', KEYS.storage, 'catalog_name')),
      entry('storage_schema', ref('schemas', KEYS.storage, 'name')),
    ),
  )
}
