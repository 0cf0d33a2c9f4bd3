import limits from '../data/limits.json' with { type: 'json' }
import type { Finding } from '../finding.js'
import { PROVISIONED_ENDED } from '../generate/instance-file.js'
import type { AutoscalingDatabase, BundleSpec, ProvisionedDatabase } from './bundle-spec.js'
import { unless } from './check-names.js'

/** Sizes and times that the product does not have. */
export function checkDatabase(database: BundleSpec['database']): readonly Finding[] {
  return database.product === 'autoscaling' ? autoscaling(database) : provisioned(database)
}

function autoscaling(database: AutoscalingDatabase): readonly Finding[] {
  const { minCu, maxCu, haComputes, scaleToZeroAfterSeconds: idle, loadTestBranch } = database
  const { haComputes: ha, maxReadReplicas, branchTtlSeconds } = limits
  return [
    ...range('compute', minCu, maxCu),
    ...database.readReplicas.flatMap((replica, index) =>
      range(`read replica ${index + 1}`, replica.minCu, replica.maxCu),
    ),
    ...restoreWindow(database.restoreWindowDays),
    ...unless(haComputes === undefined || between(haComputes, ha.value), {
      ruleId: 'BG010',
      level: 'error',
      message: `high availability with ${haComputes} computes`,
      expected: `${ha.value.min} to ${ha.value.max} computes, the primary counted`,
    }),
    ...unless(haComputes === undefined || idle === false, {
      ruleId: 'BG010',
      level: 'error',
      message: 'a compute with high availability never stops, and this one should when idle',
      hint: 'compute.scale_to_zero_after: off',
    }),
    ...[idle, ...database.readReplicas.map((replica) => replica.scaleToZeroAfterSeconds)].flatMap(
      (seconds) =>
        unless(seconds === false || between(seconds, limits.scaleToZeroSeconds.value), {
          ruleId: 'BG010',
          level: 'error',
          message: `a compute that stops after ${seconds} s`,
          expected: '60 s to 7 days, or never',
        }),
    ),
    ...unless(database.readReplicas.length <= maxReadReplicas.value, {
      ruleId: 'BG010',
      level: 'error',
      message: `${database.readReplicas.length} read replicas`,
      expected: `at most ${maxReadReplicas.value} on a branch`,
    }),
    ...(loadTestBranch === undefined
      ? []
      : unless(between(loadTestBranch.ttlSeconds, branchTtlSeconds.value), {
          ruleId: 'BG010',
          level: 'error',
          message: `a branch that lives ${loadTestBranch.ttlSeconds} s`,
          expected: 'at most 30 days',
        })),
  ]
}

function provisioned(database: ProvisionedDatabase): readonly Finding[] {
  return [
    {
      ruleId: 'BG011',
      level: 'warn',
      message: `Provisioned instances can no longer be created since ${PROVISIONED_ENDED}`,
      why: 'the API behind database_instances makes an Autoscaling project now, billed as one; existing instances were upgraded',
      hint: 'leave out --product provisioned-legacy for a bundle of today',
    },
    ...unless(Number.isInteger(database.nodeCount) && database.nodeCount >= 1, {
      ruleId: 'BG010',
      level: 'error',
      message: `an instance of ${database.nodeCount} nodes`,
      expected: '1 (the primary) and its secondaries',
    }),
    ...unless(!database.readableSecondaries || database.nodeCount >= 2, {
      ruleId: 'BG010',
      level: 'error',
      message: 'readable secondaries without a secondary',
      hint: 'two nodes at least',
    }),
    ...restoreWindow(database.restoreWindowDays),
  ]
}

function range(what: string, minCu: number, maxCu: number): readonly Finding[] {
  const { min, maxAutoscaling, max, spread } = limits.computeUnits.value
  const isSize = (cu: number) => cu === min || (Number.isInteger(cu) && cu >= 1 && cu <= max)
  const fits = minCu === maxCu || maxCu <= maxAutoscaling
  return unless(
    isSize(minCu) && isSize(maxCu) && minCu <= maxCu && maxCu - minCu <= spread && fits,
    {
      ruleId: 'BG010',
      level: 'error',
      message: `${what}: there is no size of ${minCu} to ${maxCu} CU`,
      expected: `0.5 or whole units, the maximum at most ${spread} above the minimum and ${maxAutoscaling}; fixed sizes up to ${max}`,
    },
  )
}

function restoreWindow(days: number): readonly Finding[] {
  const { min, max } = limits.restoreWindowDays.value
  return unless(Number.isInteger(days) && days >= min && days <= max, {
    ruleId: 'BG010',
    level: 'error',
    message: `a restore window of ${days} days`,
    expected: `${min} to ${max} days`,
  })
}

function between(value: number, { min, max }: { readonly min: number; readonly max: number }) {
  return value >= min && value <= max
}
