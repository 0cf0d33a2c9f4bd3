import type { CompatTexts } from './functions.js'

const STRICT = 'LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE'

export const MAP_COMPAT: CompatTexts = [
  `CREATE FUNCTION spark_compat.map_keys(entries jsonb) RETURNS text[] ${STRICT}
RETURN ARRAY(SELECT jsonb_object_keys(entries))`,

  `CREATE FUNCTION spark_compat.map_values(entries jsonb) RETURNS jsonb ${STRICT}
RETURN (SELECT coalesce(jsonb_agg(e.value), '[]') FROM jsonb_each(entries) AS e(key, value))`,

  // The first separator within a pair parts key and value; without one the value is NULL.
  `CREATE FUNCTION spark_compat.str_to_map(value text, between text DEFAULT ',', behind text DEFAULT ':') RETURNS jsonb ${STRICT}
RETURN (SELECT jsonb_object_agg((regexp_split_to_array(p.pair, behind))[1],
    CASE WHEN regexp_count(p.pair, behind) > 0
      THEN substr(p.pair, regexp_instr(p.pair, behind, 1, 1, 1)) END)
  FROM regexp_split_to_table(value, between) AS p(pair))`,
]
