import type { CompatTexts } from './functions.js'

/** Conversions between types, as Spark's CAST makes them. */
export const CONVERSION_COMPAT: CompatTexts = [
  // A number that Postgres writes, as Java writes it: `1.0`, `1.0E7`, `1.5E-5`.
  `CREATE FUNCTION spark_compat.java_number(written text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
SELECT CASE
  WHEN written IN ('NaN', 'Infinity', '-Infinity') THEN written
  WHEN n = 0 THEN CASE WHEN written LIKE '-%' THEN '-0.0' ELSE '0.0' END
  WHEN abs(n) >= 0.001 AND abs(n) < 10000000 THEN CASE WHEN n::text LIKE '%.%' THEN n::text ELSE n::text || '.0' END
  ELSE CASE WHEN n < 0 THEN '-' ELSE '' END || left(digits, 1) || '.' || coalesce(nullif(substr(digits, 2), ''), '0') || 'E' ||
    CASE WHEN abs(n) >= 1 THEN length(trunc(abs(n))::text) - 1
    ELSE -(length(substring(n::text FROM '\\.(0*)')) + 1) END
END
FROM (SELECT n, rtrim(ltrim(replace(abs(n)::text, '.', ''), '0'), '0') AS digits
  FROM (SELECT CASE WHEN written NOT LIKE '%N%' AND written NOT LIKE '%I%' THEN written::numeric END AS n) AS one) AS two
$$`,
  `CREATE FUNCTION spark_compat.double_text(x double precision) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT spark_compat.java_number(x::text) $$`,
  `CREATE FUNCTION spark_compat.float_text(x real) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT spark_compat.java_number(x::text) $$`,
  `CREATE FUNCTION spark_compat.day_interval_text(i interval) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
SELECT 'INTERVAL ''' || CASE WHEN s < 0 THEN '-' ELSE '' END || div(abs(s), 86400) || ' ' ||
  to_char(div(abs(s) % 86400, 3600), 'FM00') || ':' || to_char(div(abs(s) % 3600, 60), 'FM00') || ':' ||
  regexp_replace(to_char(abs(s) % 60, 'FM00.000000'), '\\.?0+$', '') || ''' DAY TO SECOND'
FROM (SELECT extract(epoch FROM i) AS s) AS one
$$`,
  `CREATE FUNCTION spark_compat.year_interval_text(i interval) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
SELECT 'INTERVAL ''' || CASE WHEN m < 0 THEN '-' ELSE '' END || abs(m) / 12 || '-' || abs(m) % 12 || ''' YEAR TO MONTH'
FROM (SELECT (extract(year FROM i) * 12 + extract(month FROM i))::int AS m) AS one
$$`,
  ...overloads('to_string', 'text', {
    text: 'x',
    smallint: 'x::text',
    int: 'x::text',
    bigint: 'x::text',
    numeric: 'x::text',
    boolean: 'x::text',
    date: 'x::text',
    timestamp: 'x::text',
    timestamptz: 'x::timestamp::text',
    'double precision': 'spark_compat.double_text(x)',
    real: 'spark_compat.float_text(x)',
    bytea: "convert_from(x, 'UTF8')",
    jsonb: "x #>> '{}'",
    uuid: 'x::text',
  }),
  ...overloads('whole_text', 'text', {
    text: 'x',
    smallint: 'x::text',
    int: 'x::text',
    bigint: 'x::text',
    numeric: 'trunc(x)::text',
    'double precision': 'trunc(x)::numeric::text',
    boolean: 'x::int::text',
    timestamptz: 'floor(extract(epoch FROM x))::text',
    jsonb: "x #>> '{}'",
  }),
  ...wholeOverloads('to_int', 'int'),
  ...wholeOverloads('to_bigint', 'bigint'),
  ...overloads('to_boolean', 'boolean', {
    boolean: 'x',
    text: 'x::boolean',
    int: 'x <> 0',
    bigint: 'x <> 0',
    numeric: 'x <> 0',
    'double precision': 'x <> 0',
    jsonb: "(x #>> '{}')::boolean",
  }),
  ...overloads('to_binary', 'bytea', { bytea: 'x', text: "convert_to(x, 'UTF8')" }),
  ...binaryOverloads('div', {
    'double precision': ['double precision', 'a / b'],
    int: ['double precision', 'a::double precision / b'],
    bigint: ['double precision', 'a::double precision / b'],
    numeric: ['numeric', 'a / b'],
  }),
  `CREATE FUNCTION spark_compat.div(a interval, b double precision) RETURNS interval
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT a / b $$`,
  ...binaryOverloads('whole_div', {
    bigint: ['bigint', 'a / b'],
    numeric: ['bigint', 'pg_catalog.div(a, b)::bigint'],
    'double precision': ['bigint', 'trunc(a / b)::bigint'],
  }),
  `CREATE FUNCTION spark_compat.concatenation(a text, b text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT a || b $$`,
  `CREATE FUNCTION spark_compat.concatenation(a text, b anynonarray) RETURNS text
LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$ SELECT a || spark_compat.to_string(b) $$`,
  `CREATE FUNCTION spark_compat.concatenation(a anynonarray, b text) RETURNS text
LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$ SELECT spark_compat.to_string(a) || b $$`,
  `CREATE FUNCTION spark_compat.concatenation(a bytea, b bytea) RETURNS bytea
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT a || b $$`,
  `CREATE FUNCTION spark_compat.concatenation(a anyarray, b anyarray) RETURNS anyarray
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT a || b $$`,
  `CREATE FUNCTION spark_compat.item(a anyarray, place int) RETURNS anyelement
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT a[place + 1] $$`,
  `CREATE FUNCTION spark_compat.item(a jsonb, place int) RETURNS jsonb
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
SELECT CASE jsonb_typeof(a) WHEN 'array' THEN a -> place ELSE a -> place::text END
$$`,
  `CREATE FUNCTION spark_compat.item(a jsonb, key text) RETURNS jsonb
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT a -> key $$`,
]

function overloads(
  name: string,
  result: string,
  bodies: Readonly<Record<string, string>>,
): CompatTexts {
  return Object.entries(bodies).map(
    ([type, body]) => `CREATE FUNCTION spark_compat.${name}(x ${type}) RETURNS ${result}
LANGUAGE sql ${type === 'timestamptz' ? 'STABLE' : 'IMMUTABLE'} STRICT PARALLEL SAFE AS $$ SELECT ${body} $$`,
  )
}

function wholeOverloads(name: string, result: string): CompatTexts {
  return overloads(name, result, {
    smallint: `x::${result}`,
    int: `x::${result}`,
    bigint: `x::${result}`,
    numeric: `trunc(x)::${result}`,
    'double precision': `trunc(x)::${result}`,
    text: `x::${result}`,
    boolean: `x::int::${result}`,
    timestamptz: `floor(extract(epoch FROM x))::${result}`,
    jsonb: `trunc((x #>> '{}')::numeric)::${result}`,
  })
}

function binaryOverloads(
  name: string,
  bodies: Readonly<Record<string, readonly [string, string]>>,
): CompatTexts {
  return Object.entries(bodies).map(
    ([
      type,
      [result, body],
    ]) => `CREATE FUNCTION spark_compat.${name}(a ${type}, b ${type}) RETURNS ${result}
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT ${body} $$`,
  )
}
