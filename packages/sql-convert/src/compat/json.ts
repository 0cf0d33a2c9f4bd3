import type { CompatTexts } from './functions.js'

const STEPS = String.raw`\.([^.[\]*?]+)|\[(\d+)\]|\[''([^'']+)''\]|\["([^"]+)"\]`

/**
 * JSON in texts. What is no JSON counts as NULL. Functions that ask pg_input_is_valid (STABLE) are
 * IMMUTABLE all the same: put inline, a literal in them would be cast before it is asked about.
 */
export const JSON_COMPAT: CompatTexts = [
  `CREATE FUNCTION spark_compat.try_json(value text) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN pg_input_is_valid(value, 'jsonb') THEN value::jsonb END`,

  // Blanks between the tokens go, those in strings stay.
  `CREATE FUNCTION spark_compat.json_compact(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN regexp_replace(value, '("(?:[^"\\\\]|\\\\.)*")|\\s+', '\\1', 'g')`,

  // Jackson reads a number with a point as a double, and writes it again: 1.50
  // becomes 1.5; characters behind \\u are written as they are.
  `CREATE FUNCTION spark_compat.json_written(value json) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
BEGIN
  IF value::text !~ '[0-9][.eE]|\\\\[u/]' THEN
    RETURN spark_compat.json_compact(value::text);
  END IF;
  RETURN (SELECT string_agg(CASE
      WHEN token[1] ~ '^-?[0-9]+[.eE]' THEN spark_compat.double_text(token[1]::double precision)
      WHEN token[1] ~ '\\\\[u/]' AND token[1] !~ '\\\\u0000' THEN to_json(token[1]::json #>> '{}')::text
      ELSE token[1] END, '' ORDER BY place)
    FROM regexp_matches(value::text, '"(?:[^"\\\\]|\\\\.)*"|-?[0-9][0-9.eE+-]*|[^"0-9\\s-]+', 'g') WITH ORDINALITY AS t(token, place));
END
$$`,

  // A null is NULL as a field, and the word as an element of an array.
  `CREATE FUNCTION spark_compat.json_found(value json, path text[]) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
BEGIN
  IF json_typeof(value) = 'null' AND path[cardinality(path)] !~ '^[0-9]+$' THEN
    RETURN NULL;
  END IF;
  RETURN spark_compat.json_written(value);
END
$$`,

  `CREATE FUNCTION spark_compat.get_json_object(value text, path text[]) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
  found_json json;
BEGIN
  IF NOT pg_input_is_valid(value, 'json') THEN
    RETURN NULL;
  END IF;
  found_json := value::json #> path;
  IF json_typeof(found_json) = 'string' THEN
    RETURN found_json #>> '{}';
  END IF;
  RETURN spark_compat.json_found(found_json, path);
END
$$`,

  `CREATE FUNCTION spark_compat.get_json_objects(value text, before text[], after text[]) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
  list json;
BEGIN
  IF NOT pg_input_is_valid(value, 'json') THEN
    RETURN NULL;
  END IF;
  list := value::json #> before;
  IF json_typeof(list) IS DISTINCT FROM 'array' THEN
    RETURN NULL;
  END IF;
  RETURN (SELECT CASE WHEN count(part) = 1 THEN min(part) WHEN count(part) > 1 THEN '[' || string_agg(part, ',' ORDER BY place) || ']' END
    FROM (SELECT spark_compat.json_found(item #> after, after) AS part, place
      FROM json_array_elements(list) WITH ORDINALITY AS e(item, place)) AS f);
END
$$`,

  `CREATE FUNCTION spark_compat.json_path(path text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN path ~ '^\\$(?:${STEPS})*$' THEN ARRAY(
  SELECT coalesce(step[1], step[2], step[3], step[4])
  FROM regexp_matches(path, '${STEPS}', 'g') WITH ORDINALITY AS s(step, place) ORDER BY place) END`,

  `CREATE FUNCTION spark_compat.json_array_length(value text) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN json_typeof(CASE WHEN pg_input_is_valid(value, 'json') THEN value::json END) = 'array'
  THEN json_array_length(value::json) END`,

  `CREATE FUNCTION spark_compat.json_object_keys(value text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN json_typeof(CASE WHEN pg_input_is_valid(value, 'json') THEN value::json END) = 'object'
  THEN ARRAY(SELECT key FROM json_each(value::json) WITH ORDINALITY AS e(key, item, place) ORDER BY place) END`,

  `CREATE FUNCTION spark_compat.json_number(value double precision) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN abs(value) IN ('Infinity', 'NaN') THEN '"' || value || '"' ELSE spark_compat.double_text(value) END`,

  `CREATE FUNCTION spark_compat.json_number(value real) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN abs(value) IN ('Infinity', 'NaN') THEN '"' || value || '"' ELSE spark_compat.float_text(value) END`,

  `CREATE FUNCTION spark_compat.json_timestamp(value timestamptz) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN '"' || to_char(value, 'YYYY-MM-DD"T"HH24:MI:SS.MS') || replace(to_char(value, 'TZH:TZM'), '+00:00', 'Z') || '"'`,
]
