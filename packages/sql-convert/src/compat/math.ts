import type { CompatTexts } from './functions.js'

/** Spark gives NaN or an infinity where Postgres raises an error. */
const REAL: CompatTexts = [
  real('acos', "CASE WHEN abs(x) > 1 THEN 'NaN' ELSE acos(x) END"),
  real('asin', "CASE WHEN abs(x) > 1 THEN 'NaN' ELSE asin(x) END"),
  real('acosh', "CASE WHEN x < 1 THEN 'NaN' ELSE acosh(x) END"),
  real('atanh', "CASE WHEN abs(x) > 1 THEN 'NaN' ELSE atanh(x) END"),
  real('csc', "CASE WHEN sin(x) = 0 THEN 'Infinity' ELSE 1 / sin(x) END"),
  real(
    'exp',
    "CASE WHEN x > 709.782712893384 THEN 'Infinity' WHEN x < -745.1332191019411 THEN 0 ELSE exp(x) END",
  ),
  real(
    'expm1',
    'CASE WHEN abs(x) > 0.001 THEN spark_compat.exp(x) - 1 ELSE x + x * x / 2 + x * x * x / 6 + x * x * x * x / 24 + x * x * x * x * x / 120 END',
  ),
  real(
    'log1p',
    'CASE WHEN x <= -1 THEN NULL WHEN 1 + x = 1 THEN x ELSE ln(1 + x) * x / ((1 + x) - 1) END',
  ),
  real('sqrt', "CASE WHEN x < 0 THEN 'NaN' ELSE sqrt(x) END"),
  `CREATE FUNCTION spark_compat.power(x double precision, y double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN x = 0 AND y < 0 THEN 'Infinity'
  WHEN x < 0 AND y <> floor(y) THEN 'NaN'
  WHEN y = 'NaN' OR (abs(x) = 1 AND abs(y) = 'Infinity') THEN 'NaN'
  WHEN x = 0 OR x IN ('Infinity', '-Infinity', 'NaN') OR y IN ('Infinity', '-Infinity', 'NaN') THEN power(x, y)
  WHEN y * ln(abs(x)) > 709.782712893384 THEN CASE WHEN x < 0 AND mod(y::numeric, 2) <> 0 THEN '-Infinity'::double precision ELSE 'Infinity' END
  WHEN y * ln(abs(x)) < -745.1332191019411 THEN 0
  ELSE power(x, y) END`,
  `CREATE FUNCTION spark_compat.width_bucket(x double precision, low double precision, high double precision, count bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN count <= 0 OR count = 9223372036854775807 OR low = high THEN NULL
  WHEN x = 'NaN' OR abs(low) IN ('Infinity', 'NaN') OR abs(high) IN ('Infinity', 'NaN') THEN NULL
  WHEN CASE WHEN low < high THEN x < low ELSE x > low END THEN 0
  WHEN CASE WHEN low < high THEN x >= high ELSE x <= high END THEN count + 1
  ELSE trunc(count::double precision * (x - low) / (high - low))::bigint + 1 END`,
]

/** The shortest decimal digits of a double are what Spark rounds. */
const ROUND: CompatTexts = [
  ofDecimal('round', 'round(x, places)'),
  ofDecimal(
    'bround',
    `CASE WHEN abs(x - trunc(x, places)) * power(10::numeric, places) = 0.5
  THEN trunc(x, places) + sign(x) * power(10::numeric, -places) * mod(abs(trunc(x, places)) * power(10::numeric, places), 2)
  ELSE round(x, places) END`,
    'round(',
  ),
  ofDecimal(
    'ceil',
    'CASE WHEN trunc(x, places) < x THEN trunc(x, places) + power(10::numeric, -places) ELSE trunc(x, places) END',
    'round(',
  ),
  ofDecimal(
    'floor',
    'CASE WHEN trunc(x, places) > x THEN trunc(x, places) - power(10::numeric, -places) ELSE trunc(x, places) END',
    'round(',
  ),
  rounded('round', 'double precision', 'round(x::text::numeric, places)'),
  rounded('round', 'real', 'round(x::text::numeric, places)'),
  rounded('bround', 'double precision', 'spark_compat.bround(x::text::numeric, places)'),
  rounded('bround', 'real', 'spark_compat.bround(x::text::numeric, places)'),
  ...['smallint', 'int', 'bigint'].flatMap((type) => [
    roundedInteger('round', type, 'round(x::numeric, places)'),
    roundedInteger('bround', type, 'spark_compat.bround(x::numeric, places)'),
  ]),
]

const MODULO: CompatTexts = [
  ...['smallint', 'int', 'bigint', 'numeric'].flatMap((type) => [
    `CREATE FUNCTION spark_compat.mod(x ${type}, y ${type}) RETURNS ${type}
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN mod(x, y)`,
    `CREATE FUNCTION spark_compat.pmod(x ${type}, y ${type}) RETURNS ${type}
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN mod(x, y) < 0 THEN mod(mod(x, y) + y, y) ELSE mod(x, y) END`,
  ]),
  `CREATE FUNCTION spark_compat.mod(x double precision, y double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN abs(y) = 'Infinity' AND abs(x) < 'Infinity' THEN x ELSE x - trunc(x / y) * y END`,
  `CREATE FUNCTION spark_compat.pmod(x double precision, y double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN spark_compat.mod(x, y) < 0 THEN spark_compat.mod(spark_compat.mod(x, y) + y, y) ELSE spark_compat.mod(x, y) END`,
]

/** Numbers. */
export const MATH_COMPAT: CompatTexts = [...REAL, ...ROUND, ...MODULO]

function real(name: string, value: string): string {
  return `CREATE FUNCTION spark_compat.${name}(x double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ${value}`
}

function rounded(name: string, type: string, value: string): string {
  return `CREATE FUNCTION spark_compat.${name}(x ${type}, places int) RETURNS ${type}
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN abs(x) IN ('Infinity', 'NaN') THEN x ELSE ${value}::${type} END`
}

function roundedInteger(name: string, type: string, value: string): string {
  return `CREATE FUNCTION spark_compat.${name}(x ${type}, places int) RETURNS ${type}
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN places >= 0 THEN x ELSE ${value}::${type} END`
}

function ofDecimal(name: string, value: string, scaled = ''): string {
  const result = scaled === '' ? value : `round(${value}, greatest(places, 0))`
  return `CREATE FUNCTION spark_compat.${name}(x numeric, places int) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ${result}`
}
