import { ZONE_NAMES } from '../functions/datetime/zone.js'
import type { CompatTexts } from './functions.js'

const IMMUTABLE = 'LANGUAGE sql IMMUTABLE PARALLEL SAFE'
/** Depends on the time zone of the session. */
const STABLE = 'LANGUAGE sql STABLE PARALLEL SAFE'

const MAKING: CompatTexts = [
  `CREATE FUNCTION spark_compat.try_make_timestamp(year int, month int, day int, hour int, minute int, second double precision) RETURNS timestamp
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$ BEGIN
  RETURN CASE WHEN hour < 24 THEN make_timestamp(year, month, day, hour, minute, second) END;
EXCEPTION WHEN datetime_field_overflow THEN
  RETURN NULL;
END $$`,

  `CREATE FUNCTION spark_compat.try_make_interval(years int DEFAULT 0, months int DEFAULT 0, weeks int DEFAULT 0,
  days int DEFAULT 0, hours int DEFAULT 0, mins int DEFAULT 0, secs double precision DEFAULT 0) RETURNS interval
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$ BEGIN
  RETURN make_interval(years, months, weeks, days, hours, mins, secs);
EXCEPTION WHEN datetime_field_overflow OR interval_field_overflow OR numeric_value_out_of_range THEN
  RETURN NULL;
END $$`,

  `CREATE FUNCTION spark_compat.time_from_micros(micros bigint) RETURNS time
${IMMUTABLE}
RETURN CASE WHEN micros BETWEEN 0 AND 86399999999 THEN time '00:00' + micros * interval '1 microsecond'
  WHEN micros IS NOT NULL THEN (micros || ' microseconds are no time of day')::time END`,
]

const COUNTING: CompatTexts = [
  // Full months from one to the other, those of Java's ChronoUnit.
  `CREATE FUNCTION spark_compat.whole_months(a timestamp, b timestamp) RETURNS int
${IMMUTABLE} STRICT
RETURN (
  SELECT CASE WHEN months > 0 AND rest_b < rest_a THEN months - 1
    WHEN months < 0 AND rest_b > rest_a THEN months + 1 ELSE months END
  FROM (SELECT (extract(year FROM b) * 12 + extract(month FROM b)
      - extract(year FROM a) * 12 - extract(month FROM a))::int AS months,
    a - date_trunc('month', a) AS rest_a, b - date_trunc('month', b) AS rest_b) AS step)`,

  `CREATE FUNCTION spark_compat.months_between(a timestamp, b timestamp, rounds boolean DEFAULT true) RETURNS double precision
${IMMUTABLE} STRICT
RETURN (
  SELECT CASE WHEN extract(day FROM a) = extract(day FROM b) OR (is_last_a AND is_last_b) THEN months
    WHEN rounds THEN round((months + rest)::numeric, 8)::double precision ELSE months + rest END
  FROM (SELECT (extract(year FROM a) * 12 + extract(month FROM a)
      - extract(year FROM b) * 12 - extract(month FROM b))::double precision AS months,
    extract(epoch FROM (a - date_trunc('month', a)) - (b - date_trunc('month', b)))::double precision
      / 2678400 AS rest,
    extract(month FROM a + interval '1 day') <> extract(month FROM a) AS is_last_a,
    extract(month FROM b + interval '1 day') <> extract(month FROM b) AS is_last_b) AS step)`,
]

const UNITS: CompatTexts = [
  `CREATE FUNCTION spark_compat.date_unit(unit text) RETURNS text
${IMMUTABLE}
RETURN CASE upper(unit) WHEN 'YEAR' THEN 'year' WHEN 'YYYY' THEN 'year' WHEN 'YY' THEN 'year'
  WHEN 'QUARTER' THEN 'quarter' WHEN 'MONTH' THEN 'month' WHEN 'MM' THEN 'month' WHEN 'MON' THEN 'month'
  WHEN 'WEEK' THEN 'week' END`,

  `CREATE FUNCTION spark_compat.trunc_date(value date, unit text) RETURNS date
${IMMUTABLE}
RETURN CASE WHEN spark_compat.date_unit(unit) IS NOT NULL
  THEN date_trunc(spark_compat.date_unit(unit), value::timestamp)::date END`,

  `CREATE FUNCTION spark_compat.date_trunc(unit text, value timestamptz) RETURNS timestamptz
${STABLE}
RETURN CASE WHEN spark_compat.date_unit(unit) IS NOT NULL THEN date_trunc(spark_compat.date_unit(unit), value)
  WHEN upper(unit) = 'DD' THEN date_trunc('day', value)
  WHEN upper(unit) IN ('DAY', 'HOUR', 'MINUTE', 'SECOND') THEN date_trunc(unit, value)
  WHEN upper(unit) IN ('MILLISECOND', 'MICROSECOND') THEN date_trunc(unit || 's', value) END`,

  // An unknown unit is an error, as Spark has it.
  `CREATE FUNCTION spark_compat.time_diff(unit text, start time, stop time) RETURNS bigint
${IMMUTABLE} STRICT
RETURN trunc(extract(epoch FROM stop - start) * 1000000 / CASE upper(unit) WHEN 'MICROSECOND' THEN 1
  WHEN 'MILLISECOND' THEN 1000 WHEN 'SECOND' THEN 1000000 WHEN 'MINUTE' THEN 60000000
  WHEN 'HOUR' THEN 3600000000 ELSE (unit || ' is no unit of time')::bigint END)::bigint`,

  `CREATE FUNCTION spark_compat.time_trunc(unit text, value time) RETURNS time
${IMMUTABLE} STRICT
RETURN date_trunc(CASE WHEN upper(unit) IN ('HOUR', 'MINUTE', 'SECOND') THEN unit
  WHEN upper(unit) IN ('MILLISECOND', 'MICROSECOND') THEN unit || 's'
  ELSE unit || ' is no unit of time' END, value)::time`,

  `CREATE FUNCTION spark_compat.next_day(value date, weekday text) RETURNS date
${IMMUTABLE} STRICT
RETURN value + 1 + (CASE WHEN upper(btrim(weekday)) IN ('MO', 'MON', 'MONDAY') THEN 7
  WHEN upper(btrim(weekday)) IN ('TU', 'TUE', 'TUESDAY') THEN 8
  WHEN upper(btrim(weekday)) IN ('WE', 'WED', 'WEDNESDAY') THEN 9
  WHEN upper(btrim(weekday)) IN ('TH', 'THU', 'THURSDAY') THEN 10
  WHEN upper(btrim(weekday)) IN ('FR', 'FRI', 'FRIDAY') THEN 11
  WHEN upper(btrim(weekday)) IN ('SA', 'SAT', 'SATURDAY') THEN 12
  WHEN upper(btrim(weekday)) IN ('SU', 'SUN', 'SUNDAY') THEN 13
  ELSE (weekday || ' is no weekday')::int END - extract(isodow FROM value)::int) % 7`,
]

const ZONE: CompatTexts = [
  // Offsets behind AT TIME ZONE are POSIX', the other way round.
  `CREATE FUNCTION spark_compat.zone(name text) RETURNS text
${IMMUTABLE}
RETURN CASE WHEN name ~ '^(UTC|GMT|UT)?[+-]\\d'
  THEN translate(substring(name from '[+-].*$'), '+-', '-+')
  ELSE CASE name WHEN 'Z' THEN 'UTC'
${Object.entries(ZONE_NAMES)
  .map(([java, postgres]) => `    WHEN '${java}' THEN '${postgres}'`)
  .join('\n')}
    ELSE name END END`,
]

export const DATETIME_COMPAT: CompatTexts = [...MAKING, ...COUNTING, ...UNITS, ...ZONE]
