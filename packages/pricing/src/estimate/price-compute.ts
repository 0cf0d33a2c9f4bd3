import { decimal } from '../decimal.js'
import type { Rates } from '../rates/find-rates.js'
import { unitRate } from '../rates/unit-rate.js'
import type { Charge, ChargeKind, DraftLine } from './charge.js'
import type { UnknownLine } from './cost-estimate.js'
import type { AutoscalingUse, ComputeUse } from './cost-input.js'
import { HOURS_PER_MONTH } from './hours-per-month.js'

/** A line for one compute, or for `count` equal ones. */
export function priceCompute(use: ComputeUse, rates: Rates): DraftLine | UnknownLine {
  return use.product === 'autoscaling' ? priceAutoscaling(use, rates) : priceProvisioned(use, rates)
}

interface Part {
  readonly kind: ChargeKind
  readonly cu: number
  readonly words: string
}

function priceAutoscaling(use: AutoscalingUse, rates: Rates): DraftLine | UnknownLine {
  const cu = runningCu(use)
  return priceParts(use, 'CU-hour', unitRate(rates.autoscalingDbu, 'DBU', rates.databaseDbu), {
    low: partsOf(use, use.minCu),
    expected: partsOf(use, cu),
    high: partsOf(use, use.maxCu),
  })
}

function priceProvisioned(
  use: Extract<ComputeUse, { product: 'provisioned-legacy' }>,
  rates: Rates,
): DraftLine | UnknownLine {
  const rate = unitRate(rates.provisionedDbu, 'DBU', rates.databaseDbu)
  const parts: readonly Part[] = [
    { kind: 'compute', cu: use.provisionedCu, words: 'Provisioned CU' },
  ]
  return priceParts(use, 'Provisioned CU-hour', rate, { low: parts, expected: parts, high: parts })
}

function priceParts(
  use: ComputeUse,
  unit: string,
  rate: ReturnType<typeof unitRate>,
  parts: Record<'low' | 'expected' | 'high', readonly Part[]>,
): DraftLine | UnknownLine {
  const cu = parts.expected.reduce((sum, part) => sum + part.cu, 0)
  const line = {
    id: use.id,
    group: 'compute',
    label: use.label,
    quantity: use.count * cu * use.hoursUp,
    ...(use.why !== undefined && { quantityWhy: use.why }),
    unit,
  } as const
  const words = (part: Part) =>
    `${use.count > 1 ? `${use.count} x ` : ''}${decimal(part.cu)} ${part.words} x ${decimal(use.hoursUp)} h`
  if ('missing' in rate) {
    const formula = `${parts.expected.map(words).join(' + ')} x unknown rate`
    return { ...line, formula, status: 'unknown', missing: rate.missing }
  }
  const charge = (part: Part): Charge => ({
    kind: part.kind,
    list: use.count * part.cu * use.hoursUp * rate.expected,
    formula: `${words(part)} x ${rate.words}`,
  })
  return {
    ...line,
    status: 'draft',
    rate,
    low: parts.low.map(charge),
    expected: parts.expected.map(charge),
    high: parts.high.map(charge),
  }
}

/** The Always-On discount covers the minimum and nothing above it, so the two are charged apart. */
function partsOf(use: AutoscalingUse, cu: number): readonly Part[] {
  // Always-On asks for 24 hours without a stop; a compute that is up for part of a month may not have them.
  const alwaysOn = !use.scalesToZero && use.hoursUp === HOURS_PER_MONTH
  if (!alwaysOn) return [{ kind: 'compute', cu, words: 'CU' }]
  const baseline: Part = { kind: 'compute-baseline', cu: use.minCu, words: 'CU' }
  if (cu === use.minCu) return [baseline]
  return [baseline, { kind: 'compute', cu: cu - use.minCu, words: 'CU above minimum' }]
}

/** Mean CU over the hours up. */
function runningCu({ usage, minCu, maxCu }: AutoscalingUse): number {
  if (usage.kind === 'average') return usage.cu
  const hold = (cu: number) => Math.min(Math.max(cu, minCu), maxCu)
  const mean = usage.cu.reduce((sum, cu) => sum + hold(cu), 0) / usage.cu.length
  // Held once more: a mean of 24 equal floats can lie a rounding error outside.
  return hold(mean)
}
