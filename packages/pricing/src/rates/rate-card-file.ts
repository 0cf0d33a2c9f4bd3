import * as v from 'valibot'
import { dayNumber } from '../calendar.js'

/** A rate card as it stands in a file: sources are named once and referred to by id. */
export type RateCardFile = v.InferOutput<ReturnType<typeof rateCardFileSchema>>

// A function, so that a bundler can drop valibot from programs that parse no card.
export function rateCardFileSchema() {
  const text = v.pipe(v.string(), v.nonEmpty('must not be empty'))
  const date = v.pipe(
    v.string(),
    v.check((value) => dayNumber(value) !== undefined, 'must be a date such as 2026-04-10'),
  )
  const rate = v.pipe(
    v.number(),
    v.finite(),
    v.check((value) => value > 0, 'must be above 0; leave a rate out when it is not known'),
  )
  const sourced = v.strictObject({ value: rate, source: text })
  const sourcedRange = v.pipe(
    v.strictObject({ value: rate, low: rate, high: rate, source: text }),
    v.check(
      ({ low, value, high }) => low <= value && value <= high,
      'low <= value <= high must hold',
    ),
  )
  const price = v.optional(
    v.union([rate, sourced], 'must be a number above 0, or { value, source }'),
  )
  const prices = v.strictObject({ databaseDbu: price, storageDsu: price, pipelineDbu: price })
  const byTier = <S extends v.GenericSchema>(schema: S) =>
    v.strictObject({ PREMIUM: v.optional(schema), ENTERPRISE: v.optional(schema) })
  const regions = v.optional(v.record(text, byTier(prices)))
  const multipliers = v.optional(byTier(sourced))
  return v.strictObject({
    id: date,
    currency: v.literal('USD'),
    sources: v.record(
      text,
      v.strictObject({ document: text, asOf: date, confidence: v.picklist(['H', 'M', 'L']) }),
    ),
    computeDbuPerCuHour: v.strictObject({ aws: multipliers, azure: multipliers, gcp: multipliers }),
    storageDsuPerGbMonth: v.strictObject({
      data: v.optional(sourced),
      history: v.optional(sourced),
      snapshot: v.optional(sourced),
      branchChange: v.optional(sourced),
    }),
    pipelineDbuPerHour: v.strictObject({
      scheduled: v.optional(sourcedRange),
      continuous: v.optional(sourcedRange),
    }),
    provisionedDbuPerCuHour: v.optional(sourced),
    discounts: v.array(discountSchema(text, date)),
    prices: v.strictObject({ source: text, aws: regions, azure: regions, gcp: regions }),
  })
}

function discountSchema(
  text: v.GenericSchema<string, string>,
  date: v.GenericSchema<string, string>,
) {
  return v.pipe(
    v.strictObject({
      id: text,
      label: text,
      percentage: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
      appliesTo: v.picklist(['compute', 'compute-baseline']),
      from: v.optional(date),
      until: v.optional(date),
      source: text,
    }),
    v.check(({ from = '', until = '9999' }) => from <= until, 'until must not lie before from'),
  )
}
