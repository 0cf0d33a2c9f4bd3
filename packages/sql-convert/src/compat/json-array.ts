import type { CompatTexts } from './functions.js'

const STRICT = 'LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE'
const OPEN = 'LANGUAGE sql IMMUTABLE PARALLEL SAFE'

/** Nested arrays, and maps, as jsonb; JSON's null is an element like others. */
export const JSON_ARRAY_COMPAT: CompatTexts = [
  `CREATE FUNCTION spark_compat.size(items jsonb) RETURNS int ${STRICT}
RETURN CASE jsonb_typeof(items) WHEN 'array' THEN jsonb_array_length(items)
  WHEN 'object' THEN (SELECT count(*)::int FROM jsonb_object_keys(items)) END`,

  `CREATE FUNCTION spark_compat.reverse(items jsonb) RETURNS jsonb ${STRICT}
RETURN (SELECT coalesce(jsonb_agg(i.item ORDER BY i.place DESC), '[]')
  FROM jsonb_array_elements(items) WITH ORDINALITY AS i(item, place))`,

  `CREATE FUNCTION spark_compat.reverse(bytes bytea) RETURNS bytea ${STRICT}
RETURN (SELECT coalesce(string_agg(substr(bytes, n, 1), '' ORDER BY n DESC), '') FROM generate_series(1, length(bytes)) AS n)`,

  `CREATE FUNCTION spark_compat.array_repeat(item jsonb, times int) RETURNS jsonb ${OPEN}
RETURN CASE WHEN times IS NOT NULL
  THEN (SELECT coalesce(jsonb_agg(item), '[]') FROM generate_series(1, times)) END`,

  `CREATE FUNCTION spark_compat.element_at(items jsonb, place int) RETURNS jsonb ${STRICT}
RETURN CASE WHEN jsonb_typeof(items) = 'object' THEN items -> place::text
  WHEN place > 0 THEN items -> (place - 1) WHEN place < 0 THEN items -> place END`,

  `CREATE FUNCTION spark_compat.element_at(entries jsonb, key text) RETURNS jsonb ${STRICT}
RETURN nullif(entries -> key, 'null')`,

  `CREATE FUNCTION spark_compat.array_contains(items jsonb, item jsonb) RETURNS boolean ${STRICT}
RETURN CASE WHEN EXISTS (SELECT FROM jsonb_array_elements(items) AS i(item) WHERE i.item = array_contains.item) THEN TRUE
  WHEN items @> 'null' THEN NULL ELSE FALSE END`,

  `CREATE FUNCTION spark_compat.array_position(items jsonb, item jsonb) RETURNS bigint ${STRICT}
RETURN coalesce((SELECT min(i.place) FROM jsonb_array_elements(items) WITH ORDINALITY AS i(item, place)
  WHERE i.item = array_position.item), 0)`,

  `CREATE FUNCTION spark_compat.array_remove(items jsonb, item jsonb) RETURNS jsonb ${STRICT}
RETURN (SELECT coalesce(jsonb_agg(i.item ORDER BY i.place), '[]')
  FROM jsonb_array_elements(items) WITH ORDINALITY AS i(item, place) WHERE i.item <> array_remove.item)`,

  `CREATE FUNCTION spark_compat.array_compact(items jsonb) RETURNS jsonb ${STRICT}
RETURN (SELECT coalesce(jsonb_agg(i.item ORDER BY i.place), '[]')
  FROM jsonb_array_elements(items) WITH ORDINALITY AS i(item, place) WHERE i.item <> 'null')`,

  `CREATE FUNCTION spark_compat.array_insert(items jsonb, place int, item jsonb) RETURNS jsonb ${OPEN}
RETURN CASE WHEN items IS NULL OR place IS NULL THEN NULL
  WHEN place > jsonb_array_length(items)
    THEN items || spark_compat.array_repeat('null'::jsonb, place - jsonb_array_length(items) - 1) || jsonb_build_array(item)
  WHEN -place > jsonb_array_length(items) + 1
    THEN jsonb_build_array(item) || spark_compat.array_repeat('null'::jsonb, -place - jsonb_array_length(items) - 1) || items
  WHEN place > 0 THEN jsonb_insert(items, ARRAY[(place - 1)::text], coalesce(item, 'null'))
  WHEN place = -1 THEN items || jsonb_build_array(item)
  ELSE jsonb_insert(items, ARRAY[(jsonb_array_length(items) + 1 + place - 0 / place)::text], coalesce(item, 'null')) END`,

  `CREATE FUNCTION spark_compat.array_distinct(items jsonb) RETURNS jsonb ${STRICT}
RETURN (SELECT coalesce(jsonb_agg(i.item ORDER BY i.place), '[]') FROM (
  SELECT item, min(place) AS place FROM jsonb_array_elements(items) WITH ORDINALITY AS u(item, place) GROUP BY item) AS i)`,

  `CREATE FUNCTION spark_compat.array_union(one jsonb, other jsonb) RETURNS jsonb ${STRICT}
RETURN spark_compat.array_distinct(one || other)`,

  `CREATE FUNCTION spark_compat.array_intersect(one jsonb, other jsonb) RETURNS jsonb ${STRICT}
RETURN (SELECT coalesce(jsonb_agg(i.item ORDER BY i.place), '[]') FROM (
  SELECT item, min(place) AS place FROM jsonb_array_elements(one) WITH ORDINALITY AS u(item, place) GROUP BY item) AS i
  WHERE i.item IN (SELECT jsonb_array_elements(other)))`,

  `CREATE FUNCTION spark_compat.array_except(one jsonb, other jsonb) RETURNS jsonb ${STRICT}
RETURN (SELECT coalesce(jsonb_agg(i.item ORDER BY i.place), '[]') FROM (
  SELECT item, min(place) AS place FROM jsonb_array_elements(one) WITH ORDINALITY AS u(item, place) GROUP BY item) AS i
  WHERE i.item NOT IN (SELECT jsonb_array_elements(other)))`,

  `CREATE FUNCTION spark_compat.arrays_overlap(one jsonb, other jsonb) RETURNS boolean ${STRICT}
RETURN CASE WHEN EXISTS (SELECT FROM jsonb_array_elements(one) AS i(item)
    WHERE i.item <> 'null' AND i.item IN (SELECT jsonb_array_elements(other))) THEN TRUE
  WHEN jsonb_array_length(one) > 0 AND jsonb_array_length(other) > 0
    AND (one @> 'null' OR other @> 'null') THEN NULL
  ELSE FALSE END`,

  `CREATE FUNCTION spark_compat.slice(items jsonb, start int, size int) RETURNS jsonb ${STRICT}
RETURN (SELECT coalesce(jsonb_agg(i.item ORDER BY i.place), '[]')
  FROM jsonb_array_elements(items) WITH ORDINALITY AS i(item, place),
    (SELECT CASE WHEN start > 0 THEN start WHEN start = 0 THEN 1 / start
      ELSE jsonb_array_length(items) + 1 + start END AS first) AS f
  WHERE f.first > 0 AND i.place BETWEEN f.first AND f.first + size - 1)`,

  `CREATE FUNCTION spark_compat.flatten(items jsonb) RETURNS jsonb ${STRICT}
RETURN CASE WHEN NOT items @> 'null' THEN (
  SELECT coalesce(jsonb_agg(i.item ORDER BY o.place, i.place), '[]')
  FROM jsonb_array_elements(items) WITH ORDINALITY AS o(inside, place),
    jsonb_array_elements(o.inside) WITH ORDINALITY AS i(item, place)) END`,
]
