import * as v from 'valibot'
import { expandRateCard } from './expand-rate-card.js'
import type { RateCard } from './rate-card.js'
import { RateCardError, type RateCardIssue } from './rate-card-error.js'
import { type RateCardFile, rateCardFileSchema } from './rate-card-file.js'

/**
 * Reads a rate card, also one of your own, in the JSON format of the cards of this package.
 *
 * @throws RateCardError with every problem and its place.
 * @example
 * ```ts
 * const card = parseRateCard(JSON.parse(text))
 * ```
 */
export function parseRateCard(value: unknown): RateCard {
  const parsed = v.safeParse(rateCardFileSchema(), value)
  if (!parsed.success) {
    throw new RateCardError(
      parsed.issues.map((issue) => ({
        path: v.getDotPath(issue) ?? '(card)',
        message: issue.message,
      })),
    )
  }
  const unsourced = unknownSources(parsed.output)
  if (unsourced.length > 0) throw new RateCardError(unsourced)
  return expandRateCard(parsed.output)
}

/** Every `source` anywhere in the card that names no entry of `sources`. */
function unknownSources(file: RateCardFile): readonly RateCardIssue[] {
  const visit = (value: unknown, path: readonly string[]): readonly RateCardIssue[] => {
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([key, child]) => {
      const place = [...path, key]
      if (key !== 'source' || typeof child !== 'string') return visit(child, place)
      if (Object.hasOwn(file.sources, child)) return []
      return [{ path: place.join('.'), message: `names no entry of sources: ${child}` }]
    })
  }
  return visit({ ...file, sources: undefined }, [])
}
