import type { BundleSpec } from '@lakebase/bundle-gen'
import type { Finding, Workload } from '@lakebase/config'
import { autoscalingOf, provisionedOf } from './database-of.js'
import { namesOf } from './names-of.js'
import { pipelinesOf } from './pipelines-of.js'

/** What the command line adds to the workload. */
export interface SpecOptions {
  /** Name of the workload file. */
  readonly origin: string
  readonly product: BundleSpec['database']['product']
  readonly host: string | undefined
  readonly loadTestBranchSeconds: number | undefined
}

export interface SpecOfWorkload {
  /** Undefined when no size carries the load; the findings say so. */
  readonly spec: BundleSpec | undefined
  readonly findings: readonly Finding[]
}

/** The workload and its size in the words of a bundle. What was not said is taken with a note. */
export function bundleSpecOf(workload: Workload, options: SpecOptions): SpecOfWorkload {
  const names = namesOf(workload)
  const { database, findings } =
    options.product === 'autoscaling'
      ? autoscalingOf(workload, names.projectId, options.loadTestBranchSeconds)
      : provisionedOf(workload, names.projectId)
  const all = [...names.findings, ...findings]
  if (database === undefined) return { spec: undefined, findings: all }
  const { catalog, databaseName, storageCatalog, storageSchema } = names
  const spec: BundleSpec = {
    name: names.bundleName,
    origin: options.origin,
    database,
    catalog,
    databaseName,
    storageCatalog,
    storageSchema,
    pipelines: pipelinesOf(workload),
    ...(options.host !== undefined && { host: options.host }),
  }
  return { spec, findings: all }
}
