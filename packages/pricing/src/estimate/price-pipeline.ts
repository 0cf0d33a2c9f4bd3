import { decimal } from '../decimal.js'
import type { Rates } from '../rates/find-rates.js'
import { unitRate } from '../rates/unit-rate.js'
import type { Charge, DraftLine } from './charge.js'
import type { PricingIssue, UnknownLine } from './cost-estimate.js'
import type { PipelineUse, ScheduledPipeline } from './cost-input.js'
import { HOURS_PER_MONTH } from './hours-per-month.js'

/** A line for one sync pipeline. A pipeline never runs more hours than the month has. */
export function pricePipeline(use: PipelineUse, rates: Rates): DraftLine | UnknownLine {
  const hours = monthlyHours(use)
  const words = hoursInWords(use, hours.expected)
  const line = {
    id: use.id,
    group: 'sync',
    label: use.label,
    quantity: withinMonth(hours.expected),
    ...(use.mode === 'scheduled' && { quantityWhy: use.hoursPerRun.why }),
    unit: 'hour',
  } as const
  const rate = unitRate(rates[use.mode], 'DBU', rates.pipelineDbu)
  if ('missing' in rate) {
    return { ...line, formula: `${words} x unknown rate`, status: 'unknown', missing: rate.missing }
  }
  const charge = (bound: 'low' | 'expected' | 'high'): readonly Charge[] => [
    {
      kind: 'sync',
      list: withinMonth(hours[bound]) * rate[bound],
      formula: `${words} x ${rate.words}`,
    },
  ]
  return {
    ...line,
    status: 'draft',
    rate,
    low: charge('low'),
    expected: charge('expected'),
    high: charge('high'),
  }
}

/** The issue of a schedule that asks for more hours than a month has, if it does. */
export function overlongSchedule(use: PipelineUse): readonly PricingIssue[] {
  const hours = monthlyHours(use)
  if (use.mode === 'continuous' || hours.high <= HOURS_PER_MONTH) return []
  const certain = hours.expected > HOURS_PER_MONTH
  const wanted = decimal(Number((certain ? hours.expected : hours.high).toPrecision(4)))
  return [
    {
      ruleId: 'LB015',
      level: certain ? 'error' : 'warn',
      line: use.id,
      message: `${use.label}: ${decimal(use.runsPerMonth)} runs a month ${certain ? '' : 'may '}take ${wanted} h, more than the ${HOURS_PER_MONTH} h of a month: a run would start before the last one ends`,
      hint: `Run it less often, make a run shorter (more CU, less data), or make it continuous. It is priced at no more than ${HOURS_PER_MONTH} h.`,
    },
  ]
}

function monthlyHours(use: PipelineUse): Record<'low' | 'expected' | 'high', number> {
  if (use.mode === 'continuous') {
    return { low: HOURS_PER_MONTH, expected: HOURS_PER_MONTH, high: HOURS_PER_MONTH }
  }
  const { hoursPerRun, runsPerMonth } = use
  return {
    low: hoursPerRun.low * runsPerMonth,
    expected: hoursPerRun.expected * runsPerMonth,
    high: hoursPerRun.high * runsPerMonth,
  }
}

function withinMonth(hours: number): number {
  return Math.min(hours, HOURS_PER_MONTH)
}

function hoursInWords(use: PipelineUse, hours: number): string {
  if (use.mode === 'continuous') return `${HOURS_PER_MONTH} h`
  if (hours > HOURS_PER_MONTH)
    return `${HOURS_PER_MONTH} h (held; ${product(use)} is more than a month)`
  return product(use)
}

function product({ hoursPerRun, runsPerMonth }: ScheduledPipeline): string {
  return `${decimal(hoursPerRun.expected)} h x ${decimal(runsPerMonth)} runs`
}
