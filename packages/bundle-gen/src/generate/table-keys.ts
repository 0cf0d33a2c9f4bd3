import { distinctKeys } from '../names/distinct-keys.js'
import type { BundleSpec, PipelineSpec, TableSpec } from '../spec/bundle-spec.js'

export interface KeyedTable {
  readonly key: string
  readonly table: TableSpec
}

export interface KeyedPipeline {
  /** Of the job that runs it. */
  readonly jobKey: string
  readonly pipeline: PipelineSpec
  readonly tables: readonly KeyedTable[]
}

/** `shop.orders`: schema and table, in lower case as Unity Catalog keeps names. */
export function targetName({ targetSchema, targetTable }: TableSpec): string {
  return `${targetSchema}.${targetTable}`.toLowerCase()
}

/** The keys of all tables and jobs of a bundle. A table's key comes from its target. */
export function keyPipelines({ pipelines }: BundleSpec): readonly KeyedPipeline[] {
  const tableKeys = distinctKeys(
    'st',
    pipelines.flatMap(({ tables }) => tables.map(targetName)),
  )
  const jobKeys = distinctKeys(
    'sync',
    pipelines.map(({ name }) => name),
  )
  let next = 0
  return pipelines.map((pipeline, index) => ({
    jobKey: jobKeys[index] ?? '',
    pipeline,
    tables: pipeline.tables.map((table) => {
      const key = tableKeys[next] ?? ''
      next += 1
      return { key, table }
    }),
  }))
}
