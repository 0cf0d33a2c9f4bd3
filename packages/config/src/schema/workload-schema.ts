import * as v from 'valibot'
import { branch } from './branch.js'
import { computeSection } from './compute-section.js'
import { discount } from './discount.js'
import { loadSection } from './load-section.js'
import { query } from './query.js'
import { percentage, text } from './scalars.js'
import { storageSection } from './storage-section.js'
import { syncSection } from './sync-section.js'
import { plainTable } from './table-parts.js'
import { targetSection } from './target-section.js'

const bundleSection = v.pipe(
  v.strictObject({
    project_id: v.exactOptional(text),
    catalog: v.exactOptional(text),
    database: v.exactOptional(text),
    storage_catalog: v.exactOptional(text),
    storage_schema: v.exactOptional(text),
  }),
  v.description('Names in the generated Databricks bundle.'),
)

/**
 * The one description of a workload file: types, checks and the editor's JSON Schema come from it. A
 * section whose keys are all commented out is null in YAML, and counts as left out.
 */
export const workloadSchema = v.pipe(
  v.strictObject({
    version: v.exactOptional(v.literal(1)),
    name: v.exactOptional(v.pipe(text, v.description('Name of the workload in reports.'))),
    target: v.nullish(targetSection),
    database_instance: v.nullish(loadSection),
    compute: v.nullish(computeSection),
    database_storage: v.nullish(storageSection),
    delta_synchronization: v.nullish(syncSection),
    branches: v.nullish(v.array(branch)),
    discounts: v.nullish(v.array(discount)),
    tables: v.nullish(v.array(plainTable)),
    queries: v.nullish(v.array(query)),
    bundle: v.nullish(bundleSection),
    promotion_percentage: v.exactOptional(
      v.pipe(percentage, v.description('Legacy. Write discounts instead.')),
    ),
  }),
  v.title('Lakebase workload'),
  v.description('Load, data and synced tables of an application on Lakebase.'),
)

/** A workload file with its own names, after the schema. */
export type WorkloadFile = v.InferOutput<typeof workloadSchema>
