import * as v from 'valibot'
import { expandRateCard } from './expand-rate-card.js'
import type { RateCard } from './rate-card.js'
import { RateCardError, type RateCardIssue } from './rate-card-error.js'
import { rateCardFileSchema } from './rate-card-file.js'

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
  const issues = [
    ...(parsed.issues ?? []).map((issue) => ({
      path: v.getDotPath(issue) ?? '(card)',
      message: issue.message,
    })),
    ...unknownSources(value),
  ]
  if (!parsed.success || issues.length > 0) throw new RateCardError(issues)
  return expandRateCard(parsed.output)
}

/** `prices.aws.us-east-1.PREMIUM.databaseDbu.source` is as deep as a card goes. */
const DEEPEST = 6

/** Every `source` anywhere in the card that names no entry of `sources`. */
function unknownSources(card: unknown): readonly RateCardIssue[] {
  if (!isObject(card) || !isObject(card.sources)) return []
  const { sources, ...rest } = card
  const visit = (value: unknown, path: readonly string[]): readonly RateCardIssue[] => {
    if (!isObject(value) || path.length === DEEPEST) return []
    return Object.entries(value).flatMap(([key, child]) => {
      const place = [...path, key]
      if (key !== 'source' || typeof child !== 'string') return visit(child, place)
      if (Object.hasOwn(sources, child)) return []
      return [{ path: place.join('.'), message: `names no entry of sources: ${child}` }]
    })
  }
  return visit(rest, [])
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
