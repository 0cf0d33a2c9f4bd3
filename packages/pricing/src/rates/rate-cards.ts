import rateCard20260410 from '../data/rate-card-2026-04-10.json' with { type: 'json' }
import { parseRateCard } from './parse-rate-card.js'
import type { RateCard } from './rate-card.js'

/** The newest rate card that this package carries. */
export const latestRateCard: RateCard = /* @__PURE__ */ parseRateCard(rateCard20260410)

/** The rate cards that this package carries, by id (the date of the prices). */
export const rateCards: ReadonlyMap<string, RateCard> = /* @__PURE__ */ new Map([
  ['2026-04-10', latestRateCard],
])

/** The newest card in its file format: print it, change it, and give it to `parseRateCard`. */
export const latestRateCardFile: unknown = rateCard20260410
