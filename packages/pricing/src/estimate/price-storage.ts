import { decimal } from '../decimal.js'
import type { Rates } from '../rates/find-rates.js'
import { type Found, unitRate } from '../rates/unit-rate.js'
import type { Charge, DraftLine } from './charge.js'
import type { UnknownLine } from './cost-estimate.js'
import type { Quantity, StorageUse } from './cost-input.js'

/** Lines for what is stored. What is zero for sure has no line. */
export function priceStorage(use: StorageUse, rates: Rates): readonly (DraftLine | UnknownLine)[] {
  const parts: readonly [string, string, Quantity, Found][] = [
    ['storage.data', 'Data', use.dataGb, rates.data],
    ['storage.history', 'History of the restore window', use.historyGb, rates.history],
    ['storage.snapshots', 'Snapshots', use.snapshotsGb, rates.snapshot],
    ['storage.branch-changes', 'Changed data of branches', use.branchChangeGb, rates.branchChange],
  ]
  return parts
    .filter(([, , gb]) => gb.high > 0)
    .map(([id, label, gb, dsu]) => priceGb(id, label, gb, dsu, rates.storageDsu))
}

function priceGb(
  id: string,
  label: string,
  gb: Quantity,
  dsu: Found,
  price: Found,
): DraftLine | UnknownLine {
  const line = {
    id,
    group: 'storage',
    label,
    quantity: gb.expected,
    quantityWhy: gb.why,
    unit: 'GB-month',
  } as const
  const rate = unitRate(dsu, 'DSU', price)
  if ('missing' in rate) {
    const formula = `${decimal(gb.expected)} GB x unknown rate`
    return { ...line, formula, status: 'unknown', missing: rate.missing }
  }
  const charge = (quantity: number): readonly Charge[] => [
    {
      kind: 'storage',
      list: quantity * rate.expected,
      formula: `${decimal(quantity)} GB x ${rate.words}`,
    },
  ]
  const [low, expected, high] = [charge(gb.low), charge(gb.expected), charge(gb.high)]
  return { ...line, status: 'draft', rate, low, expected, high }
}
