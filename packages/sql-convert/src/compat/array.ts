import type { CompatTexts } from './functions.js'

const STRICT = 'LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE'
const OPEN = 'LANGUAGE sql IMMUTABLE PARALLEL SAFE'

/** Arrays of scalars. Bodies are quoted where arguments are polymorphic, as Postgres asks. */
export const ARRAY_COMPAT: CompatTexts = [
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
