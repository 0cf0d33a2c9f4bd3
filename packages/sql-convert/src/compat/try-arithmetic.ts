import type { CompatTexts } from './functions.js'

const OPERATORS = { try_add: '+', try_subtract: '-', try_multiply: '*' }

/** The type that holds every result of an operation on two of the narrower type. */
const WIDER = { smallint: 'int', int: 'bigint', bigint: 'numeric' }

const LIMITS: Readonly<Record<keyof typeof WIDER, string>> = {
  smallint: '-32768 AND 32767',
  int: '-2147483648 AND 2147483647',
  bigint: '-9223372036854775808 AND 9223372036854775807',
}

/** Arithmetic that gives NULL for a result out of range. */
export const TRY_ARITHMETIC_COMPAT: CompatTexts = [
  // Spark counts the microseconds of an interval of days in 64 bits.
  `CREATE FUNCTION spark_compat.try_interval(x interval) RETURNS interval
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN extract(year FROM x) <> 0 OR extract(month FROM x) <> 0 OR abs(extract(epoch FROM x)) < 9223372036854.775808 THEN x END`,
  ...Object.entries(OPERATORS).flatMap(([name, operator]) => [
    ...(['smallint', 'int', 'bigint'] as const).map((type) =>
      integers(name, operator, type, LIMITS[type]),
    ),
    integers(`${name}_tinyint`, operator, 'smallint', '-128 AND 127'),
    plain(name, 'numeric', 'numeric', 'numeric', `x ${operator} y`),
    plain(name, 'double precision', 'double precision', 'double precision', `x ${operator} y`),
  ]),
  ...(['try_add', 'try_subtract'] as const).flatMap((name) => {
    const value = `x ${OPERATORS[name]} y`
    return [
      caught(name, 'date', 'int', 'date', value),
      caught(name, 'date', 'interval', 'timestamp', value),
      caught(name, 'timestamp', 'interval', 'timestamp', value),
      caught(name, 'timestamptz', 'interval', 'timestamptz', value),
      caught(name, 'interval', 'interval', 'interval', value),
    ]
  }),
  caught('try_multiply', 'interval', 'double precision', 'interval', 'x * y'),
  caught('try_divide', 'interval', 'double precision', 'interval', 'x / nullif(y, 0)'),
  plain('try_divide', 'bigint', 'bigint', 'double precision', 'x::double precision / nullif(y, 0)'),
  plain(
    'try_divide',
    'double precision',
    'double precision',
    'double precision',
    'x / nullif(y, 0)',
  ),
  plain('try_divide', 'numeric', 'numeric', 'numeric', 'x / nullif(y, 0)'),
  `CREATE FUNCTION spark_compat.try_decimal(x numeric, digits int, places int) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN abs(round(x, places)) < power(10::numeric, digits - places) THEN round(x, places) END`,
]

function integers(
  name: string,
  operator: string,
  type: keyof typeof WIDER,
  limits: string,
): string {
  return plain(
    name,
    type,
    type,
    type,
    `CASE WHEN x::${WIDER[type]} ${operator} y BETWEEN ${limits} THEN (x ${operator} y)::${type} END`,
  )
}

function plain(name: string, left: string, right: string, result: string, value: string): string {
  return `CREATE FUNCTION spark_compat.${name}(x ${left}, y ${right}) RETURNS ${result}
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ${value}`
}

/** Of dates and intervals, whose range only their own operators know. A day of a time zone is not always as long. */
function caught(name: string, left: string, right: string, result: string, value: string): string {
  const isInterval = result === 'interval'
  const overflow = 'datetime_field_overflow'
  return `CREATE FUNCTION spark_compat.${name}(x ${left}, y ${right}) RETURNS ${result}
LANGUAGE plpgsql ${result === 'timestamptz' ? 'STABLE' : 'IMMUTABLE'} STRICT PARALLEL SAFE
AS $$
BEGIN
  RETURN ${isInterval ? `spark_compat.try_interval(${value})` : value};
EXCEPTION WHEN ${isInterval ? `interval_field_overflow OR ${overflow}` : overflow} THEN
  RETURN NULL;
END
$$`
}
