/** What a run of one letter means in a pattern of Spark, in each direction; refused where it is missing. */
export interface PatternLetters {
  readonly letters: string
  /** A template of `to_char`. */
  readonly template?: string
  /** SQL for what no template gives; `$1` is the timestamp. */
  readonly sql?: string
  readonly read?: PatternReading
}

/** How a field is read from text: what it may be, and what is put before it, as zeros that it lacks. */
export interface PatternReading {
  readonly field: PatternField
  readonly shape: string
  readonly before?: string
  /** What may follow and is left away. */
  readonly behind?: string
}

export type PatternField =
  | 'day of year'
  | 'day'
  | 'era'
  | 'fraction'
  | 'half day'
  | 'hour of half day'
  | 'hour'
  | 'minute'
  | 'month'
  | 'second'
  | 'year'
  | 'zone name'
  | 'zone'

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const LONG_MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december'
const HOUR = '[01]\\d|2[0-3]'
const SIXTY = '[0-5]\\d'
const OFFSET_SQL = "to_char($1, 'TZH:TZM')"
const IS_UTC = 'extract(timezone FROM $1) = 0'
const SHORT_OFFSET_SQL = `replace(replace(${OFFSET_SQL}, ':00', ''), ':', '')`

/** Source: Spark 4.1, "Datetime Patterns for Formatting and Parsing"; PostgreSQL 17, table 9.26. */
export const PATTERN_LETTERS: readonly PatternLetters[] = [
  { letters: 'G', template: 'AD', read: one('era', 'AD') },
  { letters: 'GG', template: 'AD', read: one('era', 'AD') },
  { letters: 'GGG', template: 'AD', read: one('era', 'AD') },
  {
    letters: 'GGGG',
    sql: "CASE WHEN extract(year FROM $1) < 0 THEN 'Before Christ' ELSE 'Anno Domini' END",
  },

  { letters: 'y', template: 'FMYYYY', read: one('year', '\\d{1,6}', '000') },
  { letters: 'yy', template: 'YY', read: one('year', '\\d{2}', '20') },
  { letters: 'yyy', sql: padded('year', 3), read: one('year', '\\d{3,6}', '0') },
  { letters: 'yyyy', template: 'YYYY', read: one('year', '\\d{4}') },
  { letters: 'yyyyy', sql: padded('year', 5), read: one('year', '\\d{5}') },
  { letters: 'yyyyyy', sql: padded('year', 6), read: one('year', '\\d{6}') },

  ...['M', 'L'].flatMap((letter): readonly PatternLetters[] => [
    { letters: letter, template: 'FMMM', read: one('month', '\\d{1,2}') },
    { letters: letter.repeat(2), template: 'MM', read: one('month', '\\d{2}') },
    { letters: letter.repeat(3), template: 'Mon', read: one('month', MONTHS) },
    { letters: letter.repeat(4), template: 'FMMonth', read: one('month', LONG_MONTHS) },
  ]),

  { letters: 'd', template: 'FMDD', read: one('day', '\\d{1,2}') },
  { letters: 'dd', template: 'DD', read: one('day', '\\d{2}') },
  { letters: 'D', template: 'FMDDD', read: one('day of year', '\\d{1,3}', '00') },
  {
    letters: 'DD',
    sql: padded('doy', 2),
    read: one('day of year', '\\d{2,3}', '0'),
  },
  { letters: 'DDD', template: 'DDD', read: one('day of year', '\\d{3}') },

  ...['Q', 'q'].flatMap((letter): readonly PatternLetters[] => [
    { letters: letter, template: 'Q' },
    { letters: letter.repeat(2), template: '"0"Q' },
    { letters: letter.repeat(3), template: '"Q"Q' },
    {
      letters: letter.repeat(4),
      sql: "(ARRAY['1st', '2nd', '3rd', '4th'])[extract(quarter FROM $1)::int] || ' quarter'",
    },
  ]),

  { letters: 'E', template: 'Dy' },
  { letters: 'EE', template: 'Dy' },
  { letters: 'EEE', template: 'Dy' },
  { letters: 'EEEE', template: 'FMDay' },
  { letters: 'F', sql: '((extract(day FROM $1)::int - 1) % 7 + 1)::text' },
  { letters: 'a', template: 'AM', read: one('half day', 'AM|PM') },

  { letters: 'h', template: 'FMHH12', read: one('hour of half day', '0?[1-9]|1[0-2]') },
  { letters: 'hh', template: 'HH12', read: one('hour of half day', '0[1-9]|1[0-2]') },
  {
    letters: 'K',
    sql: '(extract(hour FROM $1)::int % 12)::text',
    read: one('hour of half day', '0?\\d|1[01]'),
  },
  {
    letters: 'KK',
    sql: "lpad((extract(hour FROM $1)::int % 12)::text, 2, '0')",
    read: one('hour of half day', '0\\d|1[01]'),
  },
  { letters: 'k', sql: '((extract(hour FROM $1)::int + 23) % 24 + 1)::text' },
  { letters: 'kk', sql: "lpad(((extract(hour FROM $1)::int + 23) % 24 + 1)::text, 2, '0')" },
  { letters: 'H', template: 'FMHH24', read: one('hour', `${HOUR}|\\d`) },
  { letters: 'HH', template: 'HH24', read: one('hour', HOUR) },
  { letters: 'm', template: 'FMMI', read: one('minute', `${SIXTY}|\\d`) },
  { letters: 'mm', template: 'MI', read: one('minute', SIXTY) },
  { letters: 's', template: 'FMSS', read: one('second', `${SIXTY}|\\d`) },
  { letters: 'ss', template: 'SS', read: one('second', SIXTY) },

  ...[1, 2, 3, 4, 5, 6].map(
    (digits): PatternLetters => ({
      letters: 'S'.repeat(digits),
      template: `FF${digits}`,
      read: one('fraction', `\\d{1,${digits}}`),
    }),
  ),
  ...[7, 8, 9].map(
    (digits): PatternLetters => ({
      letters: 'S'.repeat(digits),
      template: `FF6"${'0'.repeat(digits - 6)}"`,
      read: { field: 'fraction', shape: '\\d{1,6}', behind: `\\d{0,${digits - 6}}` },
    }),
  ),

  {
    letters: 'VV',
    sql: "current_setting('TimeZone')",
    read: one('zone name', '[A-Za-z][\\w/+-]*'),
  },
  { letters: 'z', template: 'TZ', read: one('zone name', '[A-Za-z][\\w/]*') },
  { letters: 'zz', template: 'TZ', read: one('zone name', '[A-Za-z][\\w/]*') },
  { letters: 'zzz', template: 'TZ', read: one('zone name', '[A-Za-z][\\w/]*') },
  {
    letters: 'O',
    sql: `'GMT' || CASE WHEN ${IS_UTC} THEN '' ELSE regexp_replace(replace(${OFFSET_SQL}, ':00', ''), '^(.)0', '\\1') END`,
  },
  {
    letters: 'OOOO',
    sql: `CASE WHEN ${IS_UTC} THEN 'GMT' ELSE 'GMT' || ${OFFSET_SQL} END`,
  },
  {
    letters: 'X',
    sql: `CASE WHEN ${IS_UTC} THEN 'Z' ELSE ${SHORT_OFFSET_SQL} END`,
    read: one('zone', 'Z|[+-]\\d{2}(?:\\d{2})?'),
  },
  {
    letters: 'XX',
    sql: `CASE WHEN ${IS_UTC} THEN 'Z' ELSE to_char($1, 'TZHTZM') END`,
    read: one('zone', 'Z|[+-]\\d{4}'),
  },
  {
    letters: 'XXX',
    sql: `CASE WHEN ${IS_UTC} THEN 'Z' ELSE ${OFFSET_SQL} END`,
    read: one('zone', 'Z|[+-]\\d{2}:\\d{2}'),
  },
  { letters: 'x', sql: SHORT_OFFSET_SQL, read: one('zone', '[+-]\\d{2}(?:\\d{2})?') },
  { letters: 'xx', template: 'TZHTZM', read: one('zone', '[+-]\\d{4}') },
  { letters: 'xxx', template: 'TZH:TZM', read: one('zone', '[+-]\\d{2}:\\d{2}') },
  { letters: 'Z', template: 'TZHTZM', read: one('zone', '[+-]\\d{4}') },
  { letters: 'ZZ', template: 'TZHTZM', read: one('zone', '[+-]\\d{4}') },
  { letters: 'ZZZ', template: 'TZHTZM', read: one('zone', '[+-]\\d{4}') },
  {
    letters: 'ZZZZ',
    sql: `CASE WHEN ${IS_UTC} THEN 'GMT' ELSE 'GMT' || ${OFFSET_SQL} END`,
  },
  {
    letters: 'ZZZZZ',
    sql: `CASE WHEN ${IS_UTC} THEN 'Z' ELSE ${OFFSET_SQL} END`,
    read: one('zone', 'Z|[+-]\\d{2}:\\d{2}'),
  },
]

function one(field: PatternField, shape: string, before?: string): PatternReading {
  return before === undefined ? { field, shape } : { field, shape, before }
}

/** At least so many digits. */
function padded(field: string, digits: number): string {
  const value = `extract(${field} FROM $1)::text`
  return `lpad(${value}, greatest(${digits}, length(${value})), '0')`
}
