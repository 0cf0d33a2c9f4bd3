import type { CompatTexts } from './functions.js'

/** VARIANT, which is jsonb. */
export const VARIANT_COMPAT: CompatTexts = [
  `CREATE FUNCTION spark_compat.variant_text(value jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN jsonb_typeof(value) IN ('array', 'object') THEN spark_compat.json_compact(value::text) ELSE value #>> '{}' END`,

  `CREATE FUNCTION spark_compat.schema_of_variant(value jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
  written text := value #>> '{}';
  inside text;
BEGIN
  CASE jsonb_typeof(value)
    WHEN 'null' THEN
      RETURN 'VOID';
    WHEN 'string' THEN
      RETURN 'STRING';
    WHEN 'boolean' THEN
      RETURN 'BOOLEAN';
    WHEN 'number' THEN
      IF written ~ '^-?[0-9]{1,19}$' AND pg_input_is_valid(written, 'bigint') THEN
        RETURN 'BIGINT';
      END IF;
      written := ltrim(written, '-');
      RETURN CASE WHEN length(replace(written, '.', '')) > 38 THEN 'DOUBLE'
        ELSE format('DECIMAL(%s,%s)', length(ltrim(replace(written, '.', ''), '0')), length(split_part(written, '.', 2))) END;
    WHEN 'object' THEN
      RETURN (SELECT 'OBJECT<' || coalesce(string_agg(e.key || ': ' || spark_compat.schema_of_variant(e.item), ', ' ORDER BY e.key COLLATE "C"), '') || '>'
        FROM jsonb_each(value) AS e(key, item));
    ELSE
      SELECT CASE count(DISTINCT f.name) WHEN 0 THEN 'VOID' WHEN 1 THEN min(f.name) ELSE 'VARIANT' END INTO inside
        FROM (SELECT spark_compat.schema_of_variant(item) AS name FROM jsonb_array_elements(value) AS e(item)) AS f
        WHERE f.name <> 'VOID';
      RETURN 'ARRAY<' || inside || '>';
  END CASE;
END
$$`,
]
