export { type CliVersion, cliVersionFor } from './cli-version/cli-version-for.js'
export type {
  BundleDiff,
  ChangeAction,
  FieldChange,
  LostStatement,
  ResourceChange,
  Resync,
  SyncFacts,
  TargetDiff,
} from './diff/bundle-diff.js'
export { type DiffOptions, diffBundles } from './diff/diff-bundles.js'
export type { Finding, FindingLevel, Place } from './finding.js'
export { generateBundle } from './generate/generate-bundle.js'
export { type BundleRule, bundleRules } from './lint/bundle-rules.js'
export { type LintOptions, lintBundle } from './lint/lint-bundle.js'
export type { SourceTable, SourceTables } from './lint/source-tables.js'
export {
  type PreflightQuery,
  type PreflightQuestion,
  preflightQueries,
} from './preflight/preflight-queries.js'
export {
  type PreflightOptions,
  type PreflightTable,
  type RunSql,
  runPreflight,
} from './preflight/run-preflight.js'
export type { Change } from './regenerate/merge.js'
export {
  BUNDLE_PATHS,
  type FileChange,
  type Regeneration,
  regenerateBundle,
} from './regenerate/regenerate-bundle.js'
export type {
  AutoscalingDatabase,
  BundleSpec,
  PipelineSpec,
  ProvisionedCapacity,
  ProvisionedDatabase,
  ReadReplicaSpec,
  ScheduleSpec,
  SchedulingPolicy,
  TableSpec,
} from './spec/bundle-spec.js'
export { BundleSpecError } from './spec/bundle-spec-error.js'
export { checkBundleSpec } from './spec/check-bundle-spec.js'
export type { GrantSpec, IndexSpec, TablePrivilege } from './spec/post-sync-spec.js'
export { type SpecRule, specRules } from './spec/spec-rules.js'
