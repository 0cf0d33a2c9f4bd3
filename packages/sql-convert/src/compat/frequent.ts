import type { CompatTexts } from './functions.js'

const STRICT = 'IMMUTABLE STRICT PARALLEL SAFE'

/** Counts, histograms and bitmaps. */
export const FREQUENT_COMPAT: CompatTexts = [
  `CREATE FUNCTION spark_compat.top_items(items anyarray, size int) RETURNS jsonb
LANGUAGE sql ${STRICT}
AS $$ SELECT coalesce(jsonb_agg(jsonb_build_object('item', t.item, 'count', t.count) ORDER BY t.count DESC, t.item), '[]')
  FROM (SELECT i.item, count(*) AS count FROM unnest(items) AS i(item) GROUP BY i.item
    ORDER BY count(*) DESC, i.item LIMIT size) AS t $$`,

  // Ben-Haim and Tom-Tov's streaming histogram: a bin for each value, the two nearest merged where there are too many.
  `CREATE FUNCTION spark_compat.histogram(items double precision[], size int, whole boolean) RETURNS jsonb
LANGUAGE plpgsql ${STRICT}
AS $$
DECLARE
  xs double precision[] := '{}';
  ys double precision[] := '{}';
  item double precision;
  n int;
BEGIN
  FOREACH item IN ARRAY items LOOP
    n := array_position(xs, item);
    IF n IS NOT NULL THEN
      ys[n] := ys[n] + 1;
      CONTINUE;
    END IF;
    n := (SELECT count(*) FROM unnest(xs) AS x WHERE x < item);
    xs := (xs[:n] || item) || xs[n + 1:];
    ys := (ys[:n] || 1::double precision) || ys[n + 1:];
    IF cardinality(xs) > size THEN
      n := (SELECT g FROM generate_series(1, cardinality(xs) - 1) AS g ORDER BY xs[g + 1] - xs[g], g LIMIT 1);
      xs[n] := (xs[n] * ys[n] + xs[n + 1] * ys[n + 1]) / (ys[n] + ys[n + 1]);
      ys[n] := ys[n] + ys[n + 1];
      xs := xs[:n] || xs[n + 2:];
      ys := ys[:n] || ys[n + 2:];
    END IF;
  END LOOP;
  RETURN (SELECT jsonb_agg(jsonb_build_object('x', CASE WHEN whole THEN trunc(b.x) ELSE b.x END, 'y', b.y) ORDER BY b.x)
    FROM unnest(xs, ys) AS b(x, y));
END $$`,

  `CREATE FUNCTION spark_compat.bitmap_with(bitmap bytea, place bigint) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN place IS NULL THEN bitmap
  ELSE set_bit(coalesce(bitmap, decode(repeat('00', 4096), 'hex')), place, 1) END`,

  `CREATE AGGREGATE spark_compat.bitmap_construct_agg(bigint) (SFUNC = spark_compat.bitmap_with, STYPE = bytea)`,

  `CREATE FUNCTION spark_compat.bitmap_bits(bitmap bytea) RETURNS bit
LANGUAGE sql ${STRICT}
RETURN ('x' || rpad(encode(bitmap, 'hex'), 8192, '0'))::bit(32768)`,

  `CREATE FUNCTION spark_compat.bitmap_bytes(bits bit) RETURNS bytea
LANGUAGE sql ${STRICT}
RETURN (SELECT string_agg(int4send(substring(bits FROM n * 32 + 1 FOR 32)::bit(32)::int), '' ORDER BY n)
  FROM generate_series(0, 1023) AS n)`,
]
