import { decimal, usd } from '@lakebase/cli-kit'
import { HOURS_PER_MONTH, latestRateCard } from '@lakebase/pricing'
import type { EstimateReport } from 'cli-estimate/parts'
import type { Cause, GroupComparison } from './actual-report.js'
import type { Spend } from './read-spend.js'

type Group = GroupComparison['group']
type Cost = EstimateReport['cost']

const GROUPS: readonly Group[] = ['compute', 'storage', 'sync', 'other']

/** A cent of difference is none. */
const NOTHING_USD = 0.005

/** Each group of the bill as it was estimated for so many days, and as it was. */
export function compareSpend(
  cost: Cost,
  spend: readonly Spend[],
  days: number,
): readonly GroupComparison[] {
  const share = (days * 24) / HOURS_PER_MONTH
  return GROUPS.flatMap((group) => {
    const used = spend.filter(({ kind }) => groupOf(kind) === group)
    const estimated = estimatedOf(cost, group, share)
    const actual = used.reduce((sum, one) => sum + one.usd, 0)
    if (estimated.usd === 0 && used.length === 0) return []
    const quantity = quantityOf(cost, group, used, estimated.quantity)
    return [
      {
        group,
        estimated: estimated.usd,
        actual,
        gap: actual - estimated.usd,
        ...(quantity && { quantity }),
        causes: causesOf(estimated.usd, actual, quantity),
      },
    ]
  })
}

function groupOf(kind: string): Group {
  if (kind === 'compute' || kind === 'sync') return kind
  return kind === 'storage' || kind.endsWith('_STORAGE') ? 'storage' : 'other'
}

function estimatedOf({ lines }: Cost, group: Group, share: number) {
  const own = lines.filter((line) => line.group === group)
  const usdOf = own.map((line) => (line.status === 'priced' ? line.amount : 0))
  const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)
  return { usd: share * sum(usdOf), quantity: share * sum(own.map(({ quantity }) => quantity)) }
}

/** Billing counts DBU; an estimate counts what they are made of. Storage has three rates, so none. */
function quantityOf(cost: Cost, group: Group, used: readonly Spend[], estimated: number) {
  const perUnit = dbuPerUnit(cost, group)
  if (perUnit === undefined || !used.every(({ unit }) => unit === 'DBU')) return undefined
  const dbu = used.reduce((sum, one) => sum + one.quantity, 0)
  const unit = group === 'compute' ? 'CU-hour' : 'hour'
  return { unit, estimated, actual: dbu / perUnit }
}

function dbuPerUnit({ cloud, tier }: Cost, group: Group): number | undefined {
  const { computeDbuPerCuHour, pipelineDbuPerHour } = latestRateCard
  if (group === 'sync') return pipelineDbuPerHour.scheduled?.value
  if (group !== 'compute') return undefined
  const byTier = Object.entries(computeDbuPerCuHour).find(([name]) => name === cloud)?.[1]
  return Object.entries(byTier ?? {}).find(([name]) => name === tier)?.[1]?.value
}

/** How much of the gap is more or less of it, and how much is another price. They add up to it. */
function causesOf(
  estimated: number,
  actual: number,
  quantity: GroupComparison['quantity'],
): readonly Cause[] {
  const gap = actual - estimated
  if (Math.abs(gap) < NOTHING_USD) return []
  if (estimated === 0) return [cause('not estimated', gap, 'the workload file names none')]
  if (actual === 0) return [cause('not used', gap, 'nothing was posted')]
  if (quantity === undefined || quantity.estimated === 0 || quantity.actual === 0) {
    return [cause('quantity', gap, 'size and price cannot be told apart here')]
  }
  const price = estimated / quantity.estimated
  const byQuantity = (quantity.actual - quantity.estimated) * price
  const { unit } = quantity
  const amounts = `${decimal(quantity.actual, 1)} ${unit}s in place of ${decimal(quantity.estimated, 1)}`
  const paid = `${usd(actual / quantity.actual)} a ${unit} in place of ${usd(price)}`
  return [cause('quantity', byQuantity, amounts), cause('price', gap - byQuantity, paid)].filter(
    ({ amount }) => Math.abs(amount) >= NOTHING_USD,
  )
}

function cause(kind: Cause['kind'], amount: number, said: string): Cause {
  return { kind, amount, said }
}
