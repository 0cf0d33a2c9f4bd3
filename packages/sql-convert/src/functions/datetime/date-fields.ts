import type { SparkType } from '../../type/spark-type.js'
import { INT } from '../../type/spark-type.js'

const SECONDS: SparkType = { kind: 'decimal', precision: 8, scale: 6 }
const TINYINT: SparkType = { kind: 'tinyint' }

/** What EXTRACT takes out of a date or a timestamp, a time, an interval; missing where there is none. */
export interface DateField {
  readonly names: readonly string[]
  /** From a date or timestamp; `time`: from a timestamp or a time of day. */
  readonly from: 'date' | 'time'
  readonly sql: string
  readonly type: SparkType
  readonly ofYearInterval?: FieldOfInterval
  readonly ofDayInterval?: FieldOfInterval
}

interface FieldOfInterval {
  readonly sql: string
  readonly type: SparkType
}

const YEAR_SQL = 'extract(year FROM $1)::int'
const MONTH_SQL = 'extract(month FROM $1)::int'
const SECOND_SQL = 'extract(second FROM $1)::numeric(8,6)'

/** Source: Spark 4.1, `extract` in the list of built-in functions. */
export const DATE_FIELDS: readonly DateField[] = [
  {
    ...field('date', YEAR_SQL, 'YEAR', 'Y', 'YEARS', 'YR', 'YRS'),
    ofYearInterval: { sql: YEAR_SQL, type: INT },
  },
  field('date', 'extract(isoyear FROM $1)::int', 'YEAROFWEEK'),
  field('date', 'extract(quarter FROM $1)::int', 'QUARTER', 'QTR'),
  {
    ...field('date', MONTH_SQL, 'MONTH', 'MON', 'MONS', 'MONTHS'),
    ofYearInterval: { sql: 'extract(month FROM $1)::smallint', type: TINYINT },
  },
  field('date', 'extract(week FROM $1)::int', 'WEEK', 'W', 'WEEKS'),
  {
    ...field('date', 'extract(day FROM $1)::int', 'DAY', 'D', 'DAYS'),
    ofDayInterval: { sql: 'extract(day FROM justify_hours($1))::int', type: INT },
  },
  field('date', '(extract(dow FROM $1)::int + 1)', 'DAYOFWEEK', 'DOW'),
  field('date', 'extract(isodow FROM $1)::int', 'DAYOFWEEK_ISO', 'DOW_ISO'),
  field('date', 'extract(doy FROM $1)::int', 'DOY'),
  {
    ...field('time', 'extract(hour FROM $1)::int', 'HOUR', 'H', 'HOURS', 'HR', 'HRS'),
    ofDayInterval: { sql: 'extract(hour FROM justify_hours($1))::smallint', type: TINYINT },
  },
  {
    ...field('time', 'extract(minute FROM $1)::int', 'MINUTE', 'M', 'MIN', 'MINS', 'MINUTES'),
    ofDayInterval: { sql: 'extract(minute FROM $1)::smallint', type: TINYINT },
  },
  {
    ...field('time', SECOND_SQL, 'SECOND', 'S', 'SEC', 'SECONDS', 'SECS'),
    type: SECONDS,
    ofDayInterval: { sql: SECOND_SQL, type: SECONDS },
  },
]

function field(from: 'date' | 'time', sql: string, ...names: readonly string[]): DateField {
  return { names, from, sql, type: INT }
}
