import { decimal, dollars } from '../decimal.js'
import type { Confidence, Dated, DatedRange } from './rate-card.js'

/** A rate of the card, or the words for what the card lacks. */
export type Found<Rate extends Dated = Dated> = Rate | { readonly missing: string }

/** USD for one CU-hour, GB-month or hour: what a unit consumes times what that costs. */
export interface UnitRate {
  readonly low: number
  readonly expected: number
  readonly high: number
  /** `0.23 DBU x $0.40` */
  readonly words: string
  readonly source: string
  readonly asOf: string
  readonly confidence: Confidence
}

/** Joins both rates; when one is missing there is no price, and the result says why. */
export function unitRate(
  consumption: Found<Dated | DatedRange>,
  consumed: 'DBU' | 'DSU',
  price: Found,
): UnitRate | { readonly missing: string } {
  if ('missing' in consumption || 'missing' in price) {
    const gaps = [consumption, price].flatMap((rate) => ('missing' in rate ? [rate.missing] : []))
    return { missing: [...new Set(gaps)].join('; ') }
  }
  const range = 'low' in consumption ? consumption : undefined
  return {
    low: (range?.low ?? consumption.value) * price.value,
    expected: consumption.value * price.value,
    high: (range?.high ?? consumption.value) * price.value,
    words: `${decimal(consumption.value)} ${consumed} x ${dollars(price.value)}`,
    source: [...new Set([consumption.source, price.source])].join('; '),
    asOf: [price.asOf, consumption.asOf].sort()[0] ?? price.asOf,
    confidence: weaker(consumption.confidence, price.confidence),
  }
}

function weaker(a: Confidence, b: Confidence): Confidence {
  const weakestFirst = ['L', 'M', 'H'] as const
  return weakestFirst.find((confidence) => confidence === a || confidence === b) ?? a
}
