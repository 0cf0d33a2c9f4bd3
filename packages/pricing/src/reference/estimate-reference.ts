import { checkNumber } from '../check-numbers.js'
import reference from '../data/reference-2025.json' with { type: 'json' }
import type { ReferenceCost, ReferenceInput } from './reference-cost.js'
import { ReferenceRefusedError } from './reference-refused-error.js'
import { referenceWarnings } from './reference-warnings.js'

/**
 * The monthly cost as the 2025 Python accelerator computed it, to the cent and with its faults, for
 * comparison with an old report. It prices Provisioned CU of 16 GB, which can no longer be bought:
 * use {@link estimateCost} for a price to pay.
 *
 * @throws CostInputError for a quantity that is negative or not a number.
 * @throws ReferenceRefusedError where the old code failed: CONTINUOUS with data per sync.
 * @example
 * ```ts
 * estimateReference(input).total_monthly_cost // 2354.3611111111113
 * ```
 */
export function estimateReference(input: ReferenceInput): ReferenceCost {
  checkReferenceInput(input)
  const cu = capacityUnits(input)
  const compute = computeCost(input, cu.recommended_cu)
  const storage_cost = input.data_stored_gb * reference.usdPerGbMonth
  const sync = syncCost(input, cu.recommended_cu)
  const total = compute.total_compute_cost + storage_cost + sync.total_sync_cost
  const rowsAndReads =
    input.reads_per_second + input.bulk_writes_per_second + input.continuous_writes_per_second
  return {
    ...cu,
    ...compute,
    storage_cost,
    ...sync,
    total_monthly_cost: total,
    cost_per_gb: input.data_stored_gb > 0 ? total / input.data_stored_gb : 0,
    cost_per_qps: rowsAndReads > 0 ? total / rowsAndReads : 0,
    cost_per_cu: total / cu.recommended_cu,
    warnings: referenceWarnings(input, cu.total_cu),
  }
}

function checkReferenceInput({ sync_mode, sync_frequency, ...quantities }: ReferenceInput): void {
  for (const [name, value] of Object.entries(quantities)) checkNumber(name, value)
}

function capacityUnits(input: ReferenceInput) {
  const bulk_cu = input.bulk_writes_per_second / reference.rowsPerSecondPerCu.bulk
  const continuous_cu = input.continuous_writes_per_second / reference.rowsPerSecondPerCu.continuous
  const read_cu = input.reads_per_second / reference.readsPerSecondPerCu
  const total_cu = bulk_cu + continuous_cu + read_cu
  const largest = Math.max(...reference.capacityUnits)
  const recommended_cu = reference.capacityUnits.find((size) => total_cu <= size) ?? largest
  return { bulk_cu, continuous_cu, read_cu, total_cu, recommended_cu }
}

function computeCost(input: ReferenceInput, recommendedCu: number) {
  const usdPerCuMonth = reference.usdPerCuYear / 12
  const left = 1 - input.promotion_percentage / 100
  const main_instance_cost = usdPerCuMonth * recommendedCu * left
  const readable_secondaries_cost =
    usdPerCuMonth * input.number_of_readable_secondaries * input.readable_secondary_size_cu * left
  const total_compute_cost = main_instance_cost + readable_secondaries_cost
  return { main_instance_cost, readable_secondaries_cost, total_compute_cost }
}

function syncCost(input: ReferenceInput, recommendedCu: number) {
  const continuous_sync_cost =
    reference.usdPerContinuousPipelineMonth * input.number_of_continuous_pipelines
  const hours = syncHours(input, recommendedCu)
  const runs = new Map(Object.entries(reference.syncRunsPerWeek)).get(input.sync_frequency) ?? 1
  const triggered_sync_cost = reference.weeksPerMonth * reference.usdPerSyncHour * hours * runs
  const total_sync_cost = continuous_sync_cost + triggered_sync_cost
  return {
    continuous_sync_cost,
    triggered_sync_cost,
    total_sync_cost,
    estimated_sync_time_hours: hours,
  }
}

function syncHours({ expected_data_per_sync_gb: gb, sync_mode }: ReferenceInput, cu: number) {
  if (gb === 0) return 0
  const speeds = new Map(Object.entries(reference.syncGbPerHour)).get(sync_mode)
  if (speeds === undefined) throw new ReferenceRefusedError(sync_mode)
  const speed = new Map(Object.entries(speeds)).get(String(Math.min(cu, reference.largestSyncCu)))
  if (speed === undefined) throw new ReferenceRefusedError(sync_mode)
  return reference.syncOverheadMinutes / 60 + gb / speed
}
