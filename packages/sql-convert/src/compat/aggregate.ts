import type { CompatTexts } from './functions.js'

/** Ordered aggregates of what is gathered already: Postgres has none over a window, or of DISTINCT values. */
function percentiles(suffix: string, order: string): CompatTexts {
  const of = (name: string, items: string, fraction: string, result: string, body: string) =>
    `CREATE FUNCTION spark_compat.${name}${suffix}(items ${items}, fraction ${fraction}) RETURNS ${result}
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$ SELECT ${body}(fraction) WITHIN GROUP (ORDER BY i.item${order}) FROM unnest(items) AS i(item) $$`
  const single = 'double precision'
  return [
    ...[single, 'interval'].flatMap((type) => [
      of('percentile_cont', `${type}[]`, single, type, 'percentile_cont'),
      of('percentile_cont', `${type}[]`, `${single}[]`, `${type}[]`, 'percentile_cont'),
    ]),
    of('percentile_disc', 'anyarray', single, 'anyelement', 'percentile_disc'),
    of('percentile_disc', 'anyarray', `${single}[]`, 'anyarray', 'percentile_disc'),
  ]
}

/** Aggregates that Postgres has not, and what their results go through. */
export const AGGREGATE_COMPAT: CompatTexts = [
  `CREATE FUNCTION spark_compat.newer(state anyelement, value anyelement) RETURNS anyelement
LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT value $$`,

  `CREATE AGGREGATE spark_compat.last_row(anyelement) (SFUNC = spark_compat.newer, STYPE = anyelement)`,

  `CREATE FUNCTION spark_compat.newer_known(state anyelement, value anyelement) RETURNS anyelement
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$ SELECT value $$`,

  `CREATE AGGREGATE spark_compat.last_known(anyelement) (SFUNC = spark_compat.newer_known, STYPE = anyelement)`,

  `CREATE FUNCTION spark_compat.item_from_end(items anyarray, place int) RETURNS anyelement
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$ SELECT items[cardinality(items) + 1 - place] $$`,

  `CREATE FUNCTION spark_compat.bigint_or_null(value numeric) RETURNS bigint
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN value BETWEEN -9223372036854775808 AND 9223372036854775807 THEN value::bigint END`,

  `CREATE FUNCTION spark_compat.decimal_or_null(value numeric, digits int) RETURNS numeric
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN abs(value) < 10::numeric ^ digits THEN value END`,

  `CREATE FUNCTION spark_compat.average_decimal_or_null(items numeric[], digits int) RETURNS numeric
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (SELECT avg(i.item) FROM unnest(items) AS i(item) HAVING abs(sum(i.item)) < 10::numeric ^ digits)`,

  `CREATE FUNCTION spark_compat.of_months(months double precision) RETURNS interval
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN make_interval(months => trunc(months)::int)`,

  `CREATE FUNCTION spark_compat.of_months(months double precision[]) RETURNS interval[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN ARRAY(SELECT spark_compat.of_months(m.month)
  FROM unnest(months) WITH ORDINALITY AS m(month, place) ORDER BY m.place)`,

  `CREATE FUNCTION spark_compat.months_or_null(months numeric) RETURNS interval
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN months BETWEEN -2147483648 AND 2147483647 THEN make_interval(months => months::int) END`,

  `CREATE FUNCTION spark_compat.average_months_or_null(months numeric[]) RETURNS interval
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (SELECT make_interval(months => round(avg(m.month))::int) FROM unnest(months) AS m(month)
  HAVING sum(m.month) BETWEEN -2147483648 AND 2147483647)`,

  `CREATE FUNCTION spark_compat.seconds_or_null(seconds numeric) RETURNS interval
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN abs(seconds) <= 9223372036854.775807
  THEN make_interval(days => div(seconds, 86400)::int, secs => mod(seconds, 86400)::double precision) END`,

  `CREATE FUNCTION spark_compat.average_seconds_or_null(seconds numeric[]) RETURNS interval
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (SELECT CASE WHEN abs(sum(s.second)) <= 9223372036854.775807
    THEN spark_compat.seconds_or_null(round(avg(s.second), 6)) END FROM unnest(seconds) AS s(second))`,

  ...(['', '_down'] as const).flatMap((suffix) => percentiles(suffix, suffix && ' DESC')),

  `CREATE FUNCTION spark_compat.mode(items anyarray) RETURNS anyelement
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$ SELECT (SELECT mode() WITHIN GROUP (ORDER BY i.item) FROM unnest(items) AS i(item)) $$`,

  // As if each item stood in the list as often as its count says.
  `CREATE FUNCTION spark_compat.weighted_percentile(items double precision[], counts bigint[], fraction double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
  WITH summed AS (
    SELECT i.item, sum(i.count) OVER (ORDER BY i.item) AS upto, sum(i.count) OVER () AS total
    FROM unnest(items, counts) AS i(item, count) WHERE i.item IS NOT NULL AND i.count > 0),
  place AS (SELECT fraction * (max(total) - 1)::double precision AS at FROM summed),
  around AS (
    SELECT place.at, (SELECT min(item) FROM summed WHERE upto > floor(place.at)) AS low,
      (SELECT min(item) FROM summed WHERE upto > ceil(place.at)) AS high FROM place)
  SELECT CASE WHEN low = high THEN low ELSE low * (ceil(at) - at) + high * (at - floor(at)) END FROM around)`,

  `CREATE FUNCTION spark_compat.weighted_percentile(items double precision[], counts bigint[], fractions double precision[]) RETURNS double precision[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN ARRAY(SELECT spark_compat.weighted_percentile(items, counts, f.fraction)
  FROM unnest(fractions) WITH ORDINALITY AS f(fraction, place) ORDER BY f.place)`,

  // Count, mean and the sums of the second, third and fourth powers of distances to the mean.
  `CREATE FUNCTION spark_compat.add_moments(m double precision[], x double precision) RETURNS double precision[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
  SELECT ARRAY[n, m[2] + q, m[3] + d * (d - q), m[4] - 3 * q * (m[3] + d * (d - q)) + d * (d * d - q * q),
    m[5] - 4 * q * (m[4] - 3 * q * (m[3] + d * (d - q)) + d * (d * d - q * q))
      - 6 * q * q * (m[3] + d * (d - q)) + d * (d * d * d - q * q * q)]
  FROM (SELECT m[1] + 1 AS n, x - m[2] AS d, (x - m[2]) / (m[1] + 1) AS q) AS step)`,

  `CREATE FUNCTION spark_compat.skewness_of(m double precision[]) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN m[1] > 0 AND m[3] <> 0 THEN sqrt(m[1]) * m[4] / sqrt(m[3] * m[3] * m[3]) END`,

  `CREATE FUNCTION spark_compat.kurtosis_of(m double precision[]) RETURNS double precision
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN m[1] > 0 AND m[3] <> 0 THEN m[1] * m[5] / (m[3] * m[3]) - 3 END`,

  `CREATE AGGREGATE spark_compat.skewness(double precision) (SFUNC = spark_compat.add_moments,
  STYPE = double precision[], INITCOND = '{0,0,0,0,0}', FINALFUNC = spark_compat.skewness_of)`,

  `CREATE AGGREGATE spark_compat.kurtosis(double precision) (SFUNC = spark_compat.add_moments,
  STYPE = double precision[], INITCOND = '{0,0,0,0,0}', FINALFUNC = spark_compat.kurtosis_of)`,
]
