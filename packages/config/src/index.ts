export { type DdlTable, type ParsedDdl, parseTableDdl } from './ddl/parse-table-ddl.js'
export { type DescribedWorkload, withTableDdl } from './ddl/with-table-ddl.js'
export { defaultRestoreWindowDays } from './default-restore-window.js'
export { type ParsedDotEnv, parseDotEnv } from './dotenv/parse-dot-env.js'
export { type RepairedHost, repairHost } from './dotenv/repair-host.js'
export { Secret } from './dotenv/secret.js'
export type { Finding, FindingLevel, Place } from './finding.js'
export { type ParsedWorkload, parseWorkload } from './parse-workload.js'
export { checkQueryFiles } from './rules/check-query-files.js'
export { type WorkloadRule, workloadRules } from './rules/workload-rules.js'
export { parseDuration } from './schedule/parse-duration.js'
export {
  type ParsedSchedule,
  parseSchedule,
  type ScheduleProblem,
} from './schedule/parse-schedule.js'
export { redact } from './secrets/redact.js'
export { type SyncPipeline, syncPipelines } from './sync-pipelines.js'
export type {
  BatchSync,
  Branch,
  BundleNames,
  Cloud,
  Column,
  Compute,
  Discount,
  Grant,
  IndexDefinition,
  LegacyInput,
  Load,
  PlainTable,
  Product,
  Query,
  ReadReplica,
  Schedule,
  SchedulingPolicy,
  Storage,
  Sync,
  SyncedTable,
  TablePrivilege,
  Target,
  Tier,
  Workload,
  YamlPath,
} from './workload.js'
export { workloadJsonSchema } from './workload-json-schema.js'
export type { ExplainIssue } from './yaml/issue-findings.js'
export { nearest } from './yaml/nearest.js'
export { type ParsedYaml, parseYaml } from './yaml/parse-yaml.js'
export { type SourceText, sourceText } from './yaml/source-text.js'
export type { YamlSource } from './yaml/yaml-source.js'
