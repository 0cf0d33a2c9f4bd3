import type { CompatTexts } from './functions.js'

const STRICT = 'LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE'
const OPEN = 'LANGUAGE sql IMMUTABLE PARALLEL SAFE'

/** Arrays of scalars. Bodies are quoted where arguments are polymorphic, as Postgres asks. */
const PLAIN: CompatTexts = [
  `CREATE FUNCTION spark_compat.size(items anyarray) RETURNS int ${STRICT}
AS $$ SELECT cardinality(items) $$`,

  `CREATE FUNCTION spark_compat.reverse(items anyarray) RETURNS anyarray ${STRICT}
AS $$ SELECT coalesce(array_agg(i.item ORDER BY i.place DESC), '{}')
  FROM unnest(items) WITH ORDINALITY AS i(item, place) $$`,

  `CREATE FUNCTION spark_compat.array_repeat(item anyelement, times int) RETURNS anyarray ${OPEN}
AS $$ SELECT array_fill(item, ARRAY[greatest(times, 0)]) WHERE times IS NOT NULL $$`,

  `CREATE FUNCTION spark_compat.element_at(items anyarray, place int) RETURNS anyelement ${STRICT}
AS $$ SELECT items[CASE WHEN place < 0 THEN cardinality(items) + 1 + place ELSE place END] $$`,

  `CREATE FUNCTION spark_compat.array_position(items anyarray, item anyelement) RETURNS bigint ${STRICT}
AS $$ SELECT coalesce(array_position(items, item), 0)::bigint $$`,

  `CREATE FUNCTION spark_compat.array_remove(items anyarray, item anyelement) RETURNS anyarray ${STRICT}
AS $$ SELECT array_remove(items, item) $$`,

  // Gaps are filled with NULL: what is taken from beyond an array.
  `CREATE FUNCTION spark_compat.array_insert(items anyarray, place int, item anyelement) RETURNS anyarray ${OPEN}
AS $$ SELECT CASE WHEN items IS NULL OR place IS NULL THEN NULL
  WHEN place > 0 THEN array_cat(array_append(ARRAY(SELECT items[n] FROM generate_series(1, place - 1) AS n), item), items[place:])
  WHEN -place > cardinality(items) + 1
    THEN array_cat(array_prepend(item, ARRAY(SELECT items[0] FROM generate_series(2, -place - cardinality(items)))), items)
  ELSE array_cat(array_append(items[:cardinality(items) + 1 + place], item), items[cardinality(items) + 2 + place - 0 / place:]) END $$`,

  `CREATE FUNCTION spark_compat.array_distinct(items anyarray) RETURNS anyarray ${STRICT}
AS $$ SELECT coalesce(array_agg(i.item ORDER BY i.place), '{}') FROM (
  SELECT item, min(place) AS place FROM unnest(items) WITH ORDINALITY AS u(item, place) GROUP BY item) AS i $$`,

  `CREATE FUNCTION spark_compat.array_union(one anyarray, other anyarray) RETURNS anyarray ${STRICT}
AS $$ SELECT spark_compat.array_distinct(one || other) $$`,

  `CREATE FUNCTION spark_compat.array_intersect(one anyarray, other anyarray) RETURNS anyarray ${STRICT}
AS $$ SELECT coalesce(array_agg(i.item ORDER BY i.place), '{}') FROM (
  SELECT item, min(place) AS place FROM unnest(one) WITH ORDINALITY AS u(item, place) GROUP BY item) AS i
  WHERE EXISTS (SELECT FROM unnest(other) AS o(item) WHERE o.item IS NOT DISTINCT FROM i.item) $$`,

  `CREATE FUNCTION spark_compat.array_except(one anyarray, other anyarray) RETURNS anyarray ${STRICT}
AS $$ SELECT coalesce(array_agg(i.item ORDER BY i.place), '{}') FROM (
  SELECT item, min(place) AS place FROM unnest(one) WITH ORDINALITY AS u(item, place) GROUP BY item) AS i
  WHERE NOT EXISTS (SELECT FROM unnest(other) AS o(item) WHERE o.item IS NOT DISTINCT FROM i.item) $$`,

  `CREATE FUNCTION spark_compat.arrays_overlap(one anyarray, other anyarray) RETURNS boolean ${STRICT}
AS $$ SELECT CASE WHEN one && other THEN TRUE
  WHEN cardinality(one) > 0 AND cardinality(other) > 0
    AND (array_position(one, NULL) IS NOT NULL OR array_position(other, NULL) IS NOT NULL) THEN NULL
  ELSE FALSE END $$`,

  `CREATE FUNCTION spark_compat.slice(items anyarray, start int, size int) RETURNS anyarray ${STRICT}
AS $$ SELECT CASE WHEN start > 0 THEN items[start:start + size - 1]
  WHEN start = 0 THEN items[1 / start:size]
  WHEN cardinality(items) + start < 0 THEN '{}'
  ELSE items[cardinality(items) + start + 1:cardinality(items) + start + size] END $$`,

  `CREATE FUNCTION spark_compat.array_max(items anyarray) RETURNS anyelement ${STRICT}
AS $$ SELECT i.item FROM unnest(items) AS i(item) WHERE i.item IS NOT NULL ORDER BY i.item DESC LIMIT 1 $$`,

  `CREATE FUNCTION spark_compat.array_min(items anyarray) RETURNS anyelement ${STRICT}
AS $$ SELECT i.item FROM unnest(items) AS i(item) WHERE i.item IS NOT NULL ORDER BY i.item LIMIT 1 $$`,

  `CREATE FUNCTION spark_compat.sort_up(items anyarray) RETURNS anyarray ${STRICT}
AS $$ SELECT coalesce(array_agg(i.item ORDER BY i.item NULLS FIRST), '{}') FROM unnest(items) AS i(item) $$`,

  `CREATE FUNCTION spark_compat.sort_down(items anyarray) RETURNS anyarray ${STRICT}
AS $$ SELECT coalesce(array_agg(i.item ORDER BY i.item DESC NULLS LAST), '{}') FROM unnest(items) AS i(item) $$`,

  `CREATE FUNCTION spark_compat.array_sort(items anyarray) RETURNS anyarray ${STRICT}
AS $$ SELECT coalesce(array_agg(i.item ORDER BY i.item NULLS LAST), '{}') FROM unnest(items) AS i(item) $$`,
]

/** Nested arrays, and maps, as jsonb; JSON's null is an element like others. */
const NESTED: CompatTexts = [
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

const SEQUENCES: CompatTexts = [
  ...['int', 'bigint'].map(
    (
      type,
    ) => `CREATE FUNCTION spark_compat.sequence(start ${type}, stop ${type}, step ${type} DEFAULT NULL) RETURNS ${type}[] ${OPEN}
RETURN CASE WHEN start IS NULL OR stop IS NULL THEN NULL
  WHEN start <> stop AND sign(step) <> sign(stop - start) THEN ARRAY['no way from ' || start || ' to ' || stop || ' by ' || step]::${type}[]
  ELSE ARRAY(SELECT s.item FROM generate_series(start, stop,
    coalesce(nullif(step, 0), CASE WHEN start <= stop THEN 1 ELSE -1 END)) AS s(item)) END`,
  ),
  // Each step is counted from the start: a month after 31 January is the end of February, two are 31 March.
  ...(['date', 'timestamp', 'timestamptz'] as const).map(
    (
      type,
    ) => `CREATE FUNCTION spark_compat.sequence(start ${type}, stop ${type}, step interval DEFAULT NULL) RETURNS ${type}[]
${type === 'timestamptz' ? OPEN.replace('IMMUTABLE', 'STABLE') : OPEN}
RETURN CASE WHEN start IS NOT NULL AND stop IS NOT NULL THEN ARRAY(
  SELECT (start + n.n * s.step)::${type}
  FROM (SELECT coalesce(step, CASE WHEN start <= stop THEN interval '1 day' ELSE interval '-1 day' END) AS step) AS s,
    generate_series(0, CASE WHEN start = stop THEN 0
      WHEN sign(extract(epoch FROM s.step)) = sign(extract(epoch FROM stop::timestamp - start::timestamp))
      THEN ceil(extract(epoch FROM stop::timestamp - start::timestamp) / extract(epoch FROM s.step) * 1.1)::int + 1
      ELSE ('no way from ' || start || ' to ' || stop || ' by ' || s.step)::int END) AS n(n)
  WHERE CASE WHEN s.step >= interval '0' THEN start + n.n * s.step <= stop ELSE start + n.n * s.step >= stop END
  ORDER BY n.n) END`,
  ),
]

export const ARRAY_COMPAT: CompatTexts = [...PLAIN, ...NESTED, ...SEQUENCES]
