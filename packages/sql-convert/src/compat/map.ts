import type { CompatTexts } from './functions.js'

const STRICT = 'LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE'

export const MAP_COMPAT: CompatTexts = [
  `CREATE FUNCTION spark_compat.map_keys(entries jsonb) RETURNS text[] ${STRICT}
RETURN ARRAY(SELECT jsonb_object_keys(entries))`,

  `CREATE FUNCTION spark_compat.map_values(entries jsonb) RETURNS jsonb ${STRICT}
RETURN (SELECT coalesce(jsonb_agg(e.value), '[]') FROM jsonb_each(entries) AS e(key, value))`,

  // The first separator within a pair parts key and value; without one the value is NULL.
  `CREATE FUNCTION spark_compat.str_to_map(value text, pair_mark text DEFAULT ',', value_mark text DEFAULT ':') RETURNS jsonb ${STRICT}
RETURN (SELECT jsonb_object_agg((regexp_split_to_array(p.pair, value_mark))[1],
    CASE WHEN p.pair ~ value_mark THEN substr(p.pair, regexp_instr(p.pair, value_mark, 1, 1, 1)) END)
  FROM regexp_split_to_table(value, pair_mark) AS p(pair))`,
]
