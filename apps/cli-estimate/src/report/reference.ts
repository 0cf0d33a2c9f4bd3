import type { Finding, Load } from '@lakebase/config'
import {
  type CorrectedFigures,
  type CostLine,
  compareWithReference,
  estimateReference,
  ReferenceRefusedError,
} from '@lakebase/pricing'
import { autoscalingLimits } from '@lakebase/sizer'
import { dataGb } from '../quantities/storage-use.js'
import type { SizedWorkload } from '../sizes/table-sizes.js'
import type { EstimateReport, ReferenceGap } from './estimate-report.js'

/** What `--compat reference` adds to a report. */
export interface ReferencePart {
  readonly reference?: Readonly<Record<string, number>>
  readonly referenceGaps?: readonly ReferenceGap[]
  readonly findings: readonly Finding[]
}

type Sized = Pick<SizedWorkload, 'workload' | 'sizes'>
type Figures = Pick<EstimateReport, 'cost' | 'sizing' | 'pipelines'>

/** The old accelerator's figures, each beside the one that this report gives for the same thing. */
export function referencePart(sized: Sized, report: Figures): ReferencePart {
  const { workload } = sized
  if (workload.legacy === undefined) return { findings: [refused('it has none of its keys')] }
  try {
    const { warnings, ...reference } = estimateReference(workload.legacy)
    return {
      reference: { ...reference },
      referenceGaps: compareWithReference(reference, corrected(sized, report)),
      findings: warnings.map(({ message }) => ({
        ruleId: 'LB008',
        level: 'warn',
        message: `old accelerator: ${message}`,
      })),
    }
  } catch (error) {
    if (error instanceof ReferenceRefusedError) return { findings: [refused(error.message)] }
    throw error
  }
}

function corrected({ workload, sizes }: Sized, report: Figures): CorrectedFigures {
  const { cost, sizing } = report
  const total = cost.complete ? cost.monthly.expected : undefined
  const gb = dataGb(workload, sizes).expected
  return known({
    ...capacityUnits(workload.load),
    total_cu: sizing.neededCu,
    recommended_cu: sizing.maxCu,
    ...groupCosts(report),
    total_monthly_cost: total,
    cost_per_gb: total === undefined || gb === 0 ? undefined : total / gb,
    cost_per_cu:
      total === undefined || sizing.maxCu === undefined ? undefined : total / sizing.maxCu,
  })
}

function capacityUnits(load: Load) {
  const limits = autoscalingLimits
  return {
    bulk_cu: load.bulkWritesPerSecond / limits.bulkRowsPerSecondPerCu.value,
    continuous_cu: load.continuousWritesPerSecond / limits.incrementalRowsPerSecondPerCu.value,
    read_cu: load.readsPerSecond / limits.readsPerSecondPerCu.value,
  }
}

function groupCosts({ cost, pipelines }: Figures) {
  const scheduled = pipelines.filter((one) => one.mode !== 'continuous')
  const isScheduled = ({ id }: CostLine) => scheduled.some((one) => id === `sync.${one.id}`)
  const sum = (wanted: (line: CostLine) => boolean) => sumOf(cost.lines.filter(wanted))
  const hours = scheduled.map((one) => one.hoursPerRun)
  return {
    main_instance_cost: sum(({ id }) => id === 'compute.primary'),
    readable_secondaries_cost: sum(({ id }) => id.startsWith('compute.replica.')),
    total_compute_cost: sum(({ group }) => group === 'compute'),
    storage_cost: sum(({ group }) => group === 'storage'),
    continuous_sync_cost: sum((line) => line.group === 'sync' && !isScheduled(line)),
    triggered_sync_cost: sum(isScheduled),
    total_sync_cost: sum(({ group }) => group === 'sync'),
    estimated_sync_time_hours: hours.reduce(addKnown, 0),
  }
}

/** A sum with an unknown line in it is no figure. */
function sumOf(lines: readonly CostLine[]): number | undefined {
  return lines
    .map((line) => (line.status === 'priced' ? line.amount : undefined))
    .reduce(addKnown, 0)
}

function addKnown(sum: number | undefined, each: number | undefined): number | undefined {
  return sum === undefined || each === undefined ? undefined : sum + each
}

function known(figures: Readonly<Record<string, number | undefined>>): CorrectedFigures {
  return Object.fromEntries(
    Object.entries(figures).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}

function refused(why: string): Finding {
  return {
    ruleId: 'LB008',
    level: 'warn',
    message: `--compat reference: the old accelerator could not price this file: ${why}`,
  }
}
