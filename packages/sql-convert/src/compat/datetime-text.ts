import type { CompatTexts } from './functions.js'

const IMMUTABLE = 'LANGUAGE sql IMMUTABLE PARALLEL SAFE'
/** Depends on the time zone of the session. */
const STABLE = 'LANGUAGE sql STABLE PARALLEL SAFE'

/** Text that matches `shape` is put together anew as `arrangement`, which Postgres reads. */
const PARSING: CompatTexts = [
  // Zeros that were put before a year or a day of the year, beyond four and three digits, go again.
  `CREATE FUNCTION spark_compat.arranged(value text, shape text, arrangement text) RETURNS text
${IMMUTABLE}
RETURN regexp_replace(regexp_replace(value, shape, arrangement),
  '^0+(?=\\d{4}[-.])|(?<=^0*\\d{4,6}\\.)0+(?=\\d{3})', '', 'g')`,

  ...(['timestamptz', 'timestamp', 'time'] as const).flatMap((type) => {
    const name = { timestamptz: 'timestamp', timestamp: 'timestamp_ntz', time: 'time' }[type]
    return [
      // What does not match is given to Postgres in a form that it refuses, with the text in its message.
      `CREATE FUNCTION spark_compat.parse_${name}(value text, shape text, arrangement text) RETURNS ${type}
${STABLE}
RETURN CASE WHEN value ~ shape THEN spark_compat.arranged(value, shape, arrangement)
  ELSE 'not in the pattern: ' || value END::${type}`,

      `CREATE FUNCTION spark_compat.try_parse_${name}(value text, shape text, arrangement text) RETURNS ${type}
${STABLE}
RETURN CASE WHEN value ~ shape AND pg_input_is_valid(spark_compat.arranged(value, shape, arrangement), '${type}')
  THEN spark_compat.arranged(value, shape, arrangement)::${type} END`,
    ]
  }),

  `CREATE FUNCTION spark_compat.full_date(value text) RETURNS text
${IMMUTABLE}
RETURN CASE WHEN value ~ '^\\s*\\d{4,}\\s*$' THEN btrim(value) || '-01-01'
  WHEN value ~ '^\\s*\\d{4,}-\\d{1,2}\\s*$' THEN btrim(value) || '-01' ELSE value END`,

  // Words such as 'now' and 'infinity', which Postgres knows, are no dates of Spark.
  `CREATE FUNCTION spark_compat.try_timestamp(value text) RETURNS timestamptz
${STABLE}
RETURN CASE WHEN value ~ '^\\s*\\d{4,}(-\\d{1,2}(-\\d{1,2}(\\s*$|[ T].*)|\\s*$)|\\s*$)'
  AND pg_input_is_valid(spark_compat.full_date(value), 'timestamptz')
  THEN spark_compat.full_date(value)::timestamptz END`,

  `CREATE FUNCTION spark_compat.try_date(value text) RETURNS date
${STABLE}
RETURN CASE WHEN value ~ '^\\s*\\d{4,}(-\\d{1,2}(-\\d{1,2}(\\s*$|[ T].*)|\\s*$)|\\s*$)'
  AND pg_input_is_valid(substring(spark_compat.full_date(value) from '^\\s*[-0-9]+'), 'date')
  THEN substring(spark_compat.full_date(value) from '^\\s*[-0-9]+')::date END`,

  `CREATE FUNCTION spark_compat.try_time(value text) RETURNS time
${STABLE}
RETURN CASE WHEN value ~ '^\\s*T?\\d{1,2}:\\d{1,2}' AND pg_input_is_valid(value, 'time') THEN value::time END`,
]

/** For a column of which only Postgres knows the type. */
const SECONDS: CompatTexts = [
  `CREATE FUNCTION spark_compat.unix_timestamp(value text) RETURNS bigint
${STABLE}
RETURN floor(extract(epoch FROM spark_compat.parse_timestamp(value,
  '^(\\d{4})-(\\d{2})-(\\d{2}) (\\d{2}):(\\d{2}):(\\d{2})$', '\\1-\\2-\\3 \\4:\\5:\\6')))::bigint`,

  ...(['timestamptz', 'timestamp'] as const).map(
    (type) => `CREATE FUNCTION spark_compat.unix_timestamp(value ${type}) RETURNS bigint
${IMMUTABLE}
RETURN floor(extract(epoch FROM value))::bigint`,
  ),

  `CREATE FUNCTION spark_compat.unix_timestamp(value date) RETURNS bigint
${STABLE}
RETURN extract(epoch FROM value::timestamptz)::bigint`,
]

/** Dates and times that are read from text. */
export const DATETIME_TEXT_COMPAT: CompatTexts = [...PARSING, ...SECONDS]
