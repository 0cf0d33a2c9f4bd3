import type { CompatTexts } from './functions.js'

/** Lines of CSV (Spark's options by default: quotes within quotes behind a backslash). */
export const CSV_COMPAT: CompatTexts = [
  `CREATE FUNCTION spark_compat.csv_cells(line text, separator text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ARRAY(SELECT nullif(coalesce(replace(cell[1], '\\"', '"'), cell[2]), '')
  FROM regexp_matches(line || separator,
    '(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\' || separator || ']*))\\' || separator, 'g') WITH ORDINALITY AS c(cell, place)
  ORDER BY place)`,

  `CREATE FUNCTION spark_compat.csv_scalar(cell text, type text, patterns jsonb) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE
  WHEN cell IS NULL THEN NULL
  WHEN type IN ('tinyint', 'smallint', 'int', 'bigint')
    THEN CASE WHEN cell ~ '^[+-]?[0-9]+$' THEN spark_compat.json_scalar(to_json(cell::numeric), type, patterns) END
  WHEN type IN ('float', 'double')
    THEN CASE WHEN cell IN ('Inf', '-Inf', 'NaN') THEN to_jsonb(replace(cell, 'Inf', 'Infinity'))
      WHEN pg_input_is_valid(cell, 'double precision') THEN to_jsonb(cell::double precision) END
  WHEN type = 'boolean' THEN CASE WHEN lower(cell) IN ('true', 'false') THEN to_jsonb(cell::boolean) END
  ELSE spark_compat.json_scalar(to_json(cell), type, patterns) END`,

  `CREATE FUNCTION spark_compat.from_csv(line text, fields jsonb, separator text, patterns jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE
AS $$
DECLARE
  cells text[] := spark_compat.csv_cells(line, separator);
BEGIN
  RETURN (SELECT jsonb_object_agg(field ->> 0, spark_compat.csv_scalar(cells[place], field ->> 1, patterns))
    FROM jsonb_array_elements(fields) WITH ORDINALITY AS f(field, place));
END
$$`,

  `CREATE FUNCTION spark_compat.csv_cell(value text, separator text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN btrim(value) = '' THEN '""'
  WHEN value ~ '["\\n\\r]' OR strpos(value, separator) > 0 THEN '"' || replace(btrim(value), '"', '\\"') || '"'
  ELSE btrim(value) END`,
]
