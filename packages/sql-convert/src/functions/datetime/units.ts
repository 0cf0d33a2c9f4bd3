/** A unit that DATEADD and DATEDIFF take, and what it is in Postgres. */
export interface TimeUnit {
  readonly name: string
  /** So many of them as an interval; `$1` is a whole number. */
  readonly interval: string
  /** The length of one in seconds, where it is always the same. */
  readonly seconds?: number
  /** Its length in months. */
  readonly months?: number
}

const TIME_UNITS: readonly TimeUnit[] = [
  { name: 'MICROSECOND', interval: "($1 * interval '1 microsecond')", seconds: 0.000001 },
  { name: 'MILLISECOND', interval: "($1 * interval '1 millisecond')", seconds: 0.001 },
  { name: 'SECOND', interval: "($1 * interval '1 second')", seconds: 1 },
  { name: 'MINUTE', interval: "($1 * interval '1 minute')", seconds: 60 },
  { name: 'HOUR', interval: "($1 * interval '1 hour')", seconds: 3600 },
  { name: 'DAY', interval: 'make_interval(days => $1::int)', seconds: 86_400 },
  { name: 'DAYOFYEAR', interval: 'make_interval(days => $1::int)', seconds: 86_400 },
  { name: 'WEEK', interval: 'make_interval(weeks => $1::int)', seconds: 604_800 },
  { name: 'MONTH', interval: 'make_interval(months => $1::int)', months: 1 },
  { name: 'QUARTER', interval: 'make_interval(months => 3 * $1::int)', months: 3 },
  { name: 'YEAR', interval: 'make_interval(years => $1::int)', months: 12 },
]

export function timeUnit(name: string): TimeUnit | undefined {
  return TIME_UNITS.find((unit) => unit.name === name.toUpperCase())
}
