import { parseDuration } from '@lakebase/config'
import * as v from 'valibot'

const DURATION_WORDS = 'a time with its unit, such as 500ms, 30s, 5 min or 1h'
const RATE_WORDS = 'transactions over time, such as 500/s, 1.5k/s or 30000/min'
const PERCENT_WORDS = 'a share with its sign, such as 0.1%'

/** More than any client asks of a database. */
const MOST_PER_SECOND = 10_000_000
/** A year: what lasts longer is a slip of the pen. */
const LONGEST_MS = 365 * 86_400_000
const SECONDS: Readonly<Record<string, number>> = { s: 1, sec: 1, min: 60, m: 60, h: 3600 }
const THOUSANDS: Readonly<Record<string, number>> = { '': 1, k: 1000, m: 1_000_000 }

export const text = v.pipe(v.string(), v.minLength(1, 'is empty'))
export const weight = v.pipe(v.number(), v.finite(), v.gtValue(0), v.maxValue(1e9))
export const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000))
/** Where JavaScript counts exactly. */
export const wholeNumber = v.pipe(
  v.number(),
  v.safeInteger(
    'must be a whole number of at most 53 bits; larger ones are exact as text, in quotes',
  ),
)

/**
 * Milliseconds of a time such as `500ms`.
 *
 * @param about The description: one that is put on afterwards is lost to the JSON Schema, behind the transformation.
 */
export function duration(about: string) {
  return v.pipe(
    v.string(`must be ${DURATION_WORDS}`),
    v.description(about),
    v.examples(['500ms', '30s', '5 min']),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const ms = durationMs(dataset.value)
      if (ms !== undefined && ms <= LONGEST_MS) return ms
      addIssue({ message: `must be ${DURATION_WORDS}` })
      return NEVER
    }),
  )
}

export function positiveDuration(about: string) {
  return v.pipe(duration(about), v.minValue(1, 'must be at least 1ms'))
}

/** Transactions a second, of `500/s` or of a plain number. */
export function rate(about: string) {
  return v.pipe(
    v.union([v.number(), v.string()], `must be ${RATE_WORDS}`),
    v.description(about),
    v.examples(['500/s', '1.5k/s', '30000/min']),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const { value } = dataset
      const perSecond = typeof value === 'number' ? value : ratePerSecond(value)
      if (perSecond !== undefined && perSecond >= 0 && perSecond <= MOST_PER_SECOND) {
        return perSecond
      }
      addIssue({ message: `must be ${RATE_WORDS}, at most ten million a second` })
      return NEVER
    }),
  )
}

/** 0 to 1, of `0.1%`. */
export function percent(about: string) {
  return v.pipe(
    v.union([v.literal(0), v.string()], `must be ${PERCENT_WORDS}`),
    v.description(about),
    v.examples(['0.1%', '1%']),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const match = /^(\d+(?:\.\d+)?)\s*%$/.exec(String(dataset.value))
      const share = dataset.value === 0 ? 0 : Number(match?.[1]) / 100
      if (share <= 1) return share
      addIssue({ message: `must be ${PERCENT_WORDS}` })
      return NEVER
    }),
  )
}

function durationMs(written: string): number | undefined {
  const match = /^(\d{1,12}(?:\.\d{1,6})?)\s*ms$/i.exec(written.trim())
  if (match) return Number(match[1])
  const seconds = parseDuration(written)
  return seconds === undefined ? undefined : seconds * 1000
}

function ratePerSecond(written: string): number | undefined {
  const match = /^(\d{1,12}(?:\.\d{1,6})?)\s*([km]?)\s*(?:\/|\s+per\s+)\s*(s|sec|min|m|h)$/i.exec(
    written.trim(),
  )
  const seconds = SECONDS[match?.[3]?.toLowerCase() ?? '']
  const factor = THOUSANDS[match?.[2]?.toLowerCase() ?? '']
  if (!match || seconds === undefined || factor === undefined) return undefined
  return (Number(match[1]) * factor) / seconds
}
