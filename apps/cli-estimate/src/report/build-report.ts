import { computeLoad, computeWish } from '@lakebase/cli-kit/sizing'
import {
  type Finding,
  type PlainTable,
  type SyncedTable,
  type SyncPipeline,
  syncPipelines,
  type Workload,
  type YamlSource,
} from '@lakebase/config'
import { type CostEstimate, estimateCost, type RateCard } from '@lakebase/pricing'
import { type ComputeLimits, type ComputeSizing, sizeCompute } from '@lakebase/sizer'
import { costInput } from '../quantities/cost-input.js'
import { type PlannedPipeline, planPipelines } from '../quantities/plan-pipelines.js'
import type { KnownSizes } from '../sizes/known-size.js'
import type { SizedWorkload } from '../sizes/table-sizes.js'
import { pricingFindings, sizingFindings } from './app-findings.js'
import type {
  EstimateReport,
  ReportCost,
  ReportPipeline,
  ReportSizing,
  ReportTable,
  ReportTarget,
} from './estimate-report.js'

/** Everything of a report that follows from the workload and the prices alone. */
export type CoreReport = Pick<
  EstimateReport,
  'name' | 'target' | 'sizing' | 'tables' | 'pipelines' | 'cost' | 'findings'
>

/** What is known of compute units and prices, and for which day. */
interface Bases {
  readonly card: RateCard
  readonly limits: ComputeLimits
  readonly asOf: string
}

/** Sizes and prices a workload. No clock, no files. */
export function buildReport(
  { workload, sizes }: Pick<SizedWorkload, 'workload' | 'sizes'>,
  source: YamlSource,
  target: ReportTarget,
  { card: rateCard, limits, asOf }: Bases,
): CoreReport {
  const pipelines = syncPipelines(workload.sync)
  const load = computeLoad(workload, pipelines)
  const sizing = sizeCompute(load, limits, computeWish(workload))
  const plans = planPipelines(pipelines, sizing.fits ? sizing : undefined, limits)
  const cost = estimateCost(costInput(workload, sizes, plans, sizing, target), { rateCard, asOf })
  return {
    name: workload.name,
    target,
    sizing: reportSizing(sizing, workload),
    tables: reportTables(workload, sizes),
    pipelines: plans.map(reportPipeline),
    cost: reportCost(cost),
    findings: placed(sizing, cost, pipelines, source),
  }
}

/** The sizer and pricing may both see an impossible schedule; it is told once. */
function placed(
  sizing: ComputeSizing,
  cost: CostEstimate,
  pipelines: readonly SyncPipeline[],
  source: YamlSource,
): readonly Finding[] {
  const sized = sizingFindings(sizing.issues, pipelines, source)
  const told = new Set(sized.map((finding) => `${finding.ruleId} ${finding.line}`))
  const priced = pricingFindings(cost.issues, pipelines, source)
  return [...sized, ...priced.filter(({ ruleId, line }) => !told.has(`${ruleId} ${line}`))]
}

function reportSizing(sizing: ComputeSizing, { compute }: Workload): ReportSizing {
  const { product, needs, binding, neededCu, fits, combined } = sizing
  return {
    product,
    needs,
    ...(binding && { binding }),
    neededCu,
    ...(sizing.fits && {
      minCu: sizing.minCu,
      maxCu: sizing.maxCu,
      connectionCap: sizing.connectionCap,
    }),
    fits,
    combined,
    waysOut: sizing.fits ? [] : sizing.waysOut,
    origin: (compute.minCu ?? compute.maxCu) === undefined ? 'sized' : 'file',
    hourlyCu: sizing.fits ? sizing.hourlyCu : [],
  }
}

function reportTables({ sync, tables }: Workload, sizes: KnownSizes): readonly ReportTable[] {
  return [
    ...sync.tables.map((table) => ({ ...reportTable(table, sizes), policy: table.policy })),
    ...tables.map((table) => reportTable(table, sizes)),
  ]
}

function reportTable(
  { name, rows, sizeGb }: SyncedTable | PlainTable,
  sizes: KnownSizes,
): ReportTable {
  const size = sizes.get(name)
  if (size) return { name, ...size }
  const known = { name, ...(rows !== undefined && { rows }) }
  return sizeGb === undefined
    ? { ...known, source: 'unknown' }
    : { ...known, totalBytes: sizeGb * 1e9, source: 'config' }
}

function reportPipeline(plan: PlannedPipeline): ReportPipeline {
  const { name, policy, schedule, tables } = plan.pipeline
  return {
    id: name,
    mode: plan.mode,
    policy,
    ...(schedule && { schedule: schedule.text }),
    tables: tables.map((table) => table.name),
    ...(plan.mode === 'scheduled' && {
      rowsPerRun: plan.rowsPerRun,
      hoursPerRun: plan.hoursPerRun.expected,
      runsPerMonth: plan.runsPerMonth,
    }),
  }
}

function reportCost({ issues: _issues, ...cost }: CostEstimate): ReportCost {
  return cost
}
