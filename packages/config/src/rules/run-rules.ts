import type { Finding } from '../finding.js'
import type { Workload } from '../workload.js'
import type { YamlSource } from '../yaml/yaml-source.js'
import { changeDataFeed, changedShare } from './change-feed-rules.js'
import { nulBytes, unsupportedType } from './column-rules.js'
import { computeRanges, highAvailability, replicaCount } from './compute-rules.js'
import { discountDates } from './discount-rules.js'
import { emptyWorkload } from './empty-rules.js'
import { nullableKey, primaryKey } from './key-rules.js'
import { legacyMappings, provisionedKeys, saidTwice } from './legacy-rules.js'
import { namesOnce } from './name-rules.js'
import { onePolicyPerPipeline, sharedPipelines } from './pipeline-rules.js'
import { queryConnections, queryParameters, querySource, queryWeights } from './query-rules.js'
import { selectWithoutKey, writeToSyncedTable } from './query-table-rules.js'
import type { Rule } from './rule.js'
import { continuousSchedule, triggeredInterval } from './schedule-rules.js'
import { largeData, snapshotHistory } from './size-rules.js'
import { targetNames } from './target-rules.js'

const RULES: readonly Rule[] = [
  saidTwice,
  namesOnce,
  legacyMappings,
  emptyWorkload,
  computeRanges,
  highAvailability,
  replicaCount,
  triggeredInterval,
  continuousSchedule,
  changeDataFeed,
  changedShare,
  primaryKey,
  nullableKey,
  unsupportedType,
  nulBytes,
  targetNames,
  largeData,
  onePolicyPerPipeline,
  sharedPipelines,
  snapshotHistory,
  discountDates,
  provisionedKeys,
  querySource,
  queryParameters,
  queryWeights,
  selectWithoutKey,
  writeToSyncedTable,
  queryConnections,
]

/** What every rule has to say of a workload. */
export function runRules(workload: Workload, source: YamlSource): readonly Finding[] {
  return RULES.flatMap((rule) => rule(workload, source))
}
