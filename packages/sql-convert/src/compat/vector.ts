import type { CompatTexts } from './functions.js'

/** A NULL in a vector makes the result NULL; vectors of two lengths are an error. */
const GUARD = `WHEN one IS NULL OR other IS NULL OR array_position(one, NULL) IS NOT NULL OR array_position(other, NULL) IS NOT NULL THEN NULL
  WHEN cardinality(one) <> cardinality(other) THEN spark_compat.raise_error(format('vectors of %s and %s numbers', cardinality(one), cardinality(other)))::real`

/** Distances and lengths of vectors, summed up as DOUBLE. */
export const VECTOR_COMPAT: CompatTexts = [
  pair('vector_inner_product', 'coalesce(sum(x::double precision * y), 0)'),
  pair('vector_l2_distance', 'sqrt(coalesce(sum((x::double precision - y) ^ 2), 0))'),
  pair(
    'vector_cosine_similarity',
    'sum(x::double precision * y) / nullif(sqrt(sum(x::double precision ^ 2)) * sqrt(sum(y::double precision ^ 2)), 0)',
  ),
  `CREATE FUNCTION spark_compat.vector_norm(vector real[], degree real) RETURNS real
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN vector IS NULL OR degree IS NULL OR array_position(vector, NULL) IS NOT NULL THEN NULL
  WHEN degree = 1 THEN (SELECT coalesce(sum(abs(x)::double precision), 0) FROM unnest(vector) AS v(x))::real
  WHEN degree = 2 THEN (SELECT sqrt(coalesce(sum(x::double precision ^ 2), 0)) FROM unnest(vector) AS v(x))::real
  WHEN degree = 'Infinity' THEN (SELECT coalesce(max(abs(x)), 0) FROM unnest(vector) AS v(x))
  ELSE spark_compat.raise_error(format('the degree of a norm is 1, 2 or infinity, not %s', degree))::real END`,
  `CREATE FUNCTION spark_compat.vector_normalize(vector real[], degree real) RETURNS real[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT CASE WHEN size <> 0 THEN ARRAY(SELECT (x / size)::real FROM unnest(vector) WITH ORDINALITY AS v(x, place) ORDER BY place) END
  FROM (SELECT spark_compat.vector_norm(vector, degree)::double precision AS size) AS n)`,
]

function pair(name: string, value: string): string {
  return `CREATE FUNCTION spark_compat.${name}(one real[], other real[]) RETURNS real
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  ${GUARD}
  ELSE (SELECT ${value} FROM unnest(one, other) AS v(x, y))::real END`
}
