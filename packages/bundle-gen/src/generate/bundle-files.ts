import { postSyncRunner } from '../post-sync/post-sync-runner.js'
import { hasPostSync, postSyncSql } from '../post-sync/post-sync-sql.js'
import type { BundleSpec } from '../spec/bundle-spec.js'
import type { BundleFile } from './bundle-file.js'
import { instanceFile } from './instance-file.js'
import { jobsFile } from './jobs-file.js'
import { FILES } from './keys.js'
import { projectFile } from './project-file.js'
import { rootFile } from './root-file.js'
import { keyPipelines } from './table-keys.js'
import { tablesFile } from './tables-file.js'

/** The YAML files of a bundle. */
export function bundleFiles(spec: BundleSpec): readonly BundleFile[] {
  const { database } = spec
  const pipelines = keyPipelines(spec)
  const files = [
    database.product === 'autoscaling' ? projectFile(spec, database) : instanceFile(spec, database),
    pipelines.length > 0 ? tablesFile(spec, pipelines) : undefined,
    jobsFile(spec, pipelines, hasPostSync(spec)),
  ].filter((file) => file !== undefined)
  return [rootFile(spec, files, hasPostSync(spec)), ...files]
}

/** The others, as path and text. */
export function textFiles(spec: BundleSpec): readonly (readonly [string, string])[] {
  if (!hasPostSync(spec)) return []
  return [
    [FILES.postSync, postSyncSql(spec)],
    [FILES.postSyncRunner, postSyncRunner(spec.origin)],
  ]
}
