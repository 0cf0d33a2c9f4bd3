import * as v from 'valibot'

/** ISO 8601, or seconds since 1970 as the AWS command line prints them when told to; as ms since 1970. */
export const instant = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform((value) => (typeof value === 'number' ? value * 1000 : Date.parse(value))),
  v.finite('Expected a time'),
)
