import type { CompatTexts } from './functions.js'

/** JSON as values of a type: what does not fit is NULL, and with it the array or map it stands in. */
export const JSON_AS_COMPAT: CompatTexts = [
  `CREATE FUNCTION spark_compat.from_json(value text, type jsonb, patterns jsonb DEFAULT '{}') RETURNS jsonb
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE
AS $$
DECLARE
  given json;
BEGIN
  IF btrim(value, E' \\t\\r\\n') = '' THEN
    RETURN NULL;
  ELSIF pg_input_is_valid(value, 'json') THEN
    given := value::json;
  END IF;
  IF type ? 'struct' THEN
    RETURN coalesce(spark_compat.json_as(given, type, patterns), spark_compat.json_as('{}', type, patterns));
  ELSIF type -> 0 ? 'struct' AND json_typeof(given) = 'object' THEN
    given := json_build_array(given);
  END IF;
  RETURN spark_compat.json_as(given, type, patterns);
END
$$`,

  `CREATE FUNCTION spark_compat.json_as(value json, type jsonb, patterns jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE
AS $$
DECLARE
  kind text := json_typeof(value);
  result jsonb;
  fits boolean;
BEGIN
  IF kind = 'null' OR kind IS NULL THEN
    RETURN CASE WHEN type = '"variant"' THEN value::jsonb END;
  ELSIF jsonb_typeof(type) = 'string' THEN
    RETURN spark_compat.json_scalar(value, type #>> '{}', patterns);
  ELSIF type ? 'struct' AND kind = 'object' THEN
    SELECT coalesce(jsonb_object_agg(f.name, spark_compat.json_as(value -> f.name, f.inside, patterns)), '{}')
      INTO result FROM jsonb_each(type -> 'struct') AS f(name, inside);
    RETURN result;
  ELSIF type ? 'map' AND kind = 'object' THEN
    SELECT coalesce(jsonb_object_agg(i.name, i.item), '{}'), coalesce(bool_and(json_typeof(given) = 'null' OR item IS NOT NULL), TRUE)
      INTO result, fits
      FROM (SELECT e.name, e.given, spark_compat.json_as(e.given, type -> 'map', patterns) AS item FROM json_each(value) AS e(name, given)) AS i;
    RETURN CASE WHEN fits THEN result END;
  ELSIF jsonb_typeof(type) = 'array' AND kind = 'array' THEN
    SELECT coalesce(jsonb_agg(item ORDER BY place), '[]'), coalesce(bool_and(json_typeof(given) = 'null' OR item IS NOT NULL), TRUE)
      INTO result, fits
      FROM (SELECT given, place, spark_compat.json_as(given, type -> 0, patterns) AS item
        FROM json_array_elements(value) WITH ORDINALITY AS e(given, place)) AS i;
    RETURN CASE WHEN fits THEN result END;
  END IF;
  RETURN NULL;
END
$$`,

  `CREATE FUNCTION spark_compat.json_scalar(value json, type text, patterns jsonb) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE
AS $$
DECLARE
  kind text := json_typeof(value);
  written text := value #>> '{}';
  sizes int[];
BEGIN
  CASE
    WHEN type = 'variant' OR (type = 'string' AND kind = 'string') THEN
      RETURN value::jsonb;
    WHEN type = 'string' THEN
      RETURN to_jsonb(spark_compat.json_written(value));
    WHEN type = 'boolean' THEN
      RETURN CASE WHEN kind = 'boolean' THEN value::jsonb END;
    WHEN type IN ('tinyint', 'smallint', 'int', 'bigint') THEN
      RETURN CASE WHEN kind = 'number' AND written ~ '^-?[0-9]+$' AND (type <> 'tinyint' OR written::numeric BETWEEN -128 AND 127)
        AND pg_input_is_valid(written, CASE type WHEN 'tinyint' THEN 'smallint' ELSE type END) THEN value::jsonb END;
    WHEN type = 'float' AND kind = 'number' THEN
      RETURN to_jsonb(written::real);
    WHEN type IN ('float', 'double') THEN
      RETURN CASE WHEN kind = 'number' OR (kind = 'string' AND written IN ('NaN', 'Infinity', '-Infinity')) THEN value::jsonb END;
    WHEN type LIKE 'decimal%' THEN
      sizes := ARRAY(SELECT part[1]::int FROM regexp_matches(type, '[0-9]+', 'g') AS part);
      RETURN CASE WHEN kind IN ('number', 'string') AND pg_input_is_valid(written, format('numeric(%s,%s)', sizes[1], sizes[2]))
        THEN to_jsonb(round(written::numeric, sizes[2])) END;
    WHEN kind = 'number' AND type = 'timestamp' THEN
      RETURN to_jsonb(to_timestamp(written::double precision));
    WHEN kind <> 'string' THEN
      RETURN NULL;
    WHEN type = 'date' AND patterns ? 'date' THEN
      RETURN to_jsonb((SELECT spark_compat.try_parse_timestamp_ntz(written, shape ->> 0, shape ->> 1)::date
        FROM jsonb_array_elements(patterns -> 'date') AS shape WHERE written ~ (shape ->> 0) LIMIT 1));
    WHEN type = 'date' THEN
      RETURN to_jsonb(spark_compat.try_date(written));
    WHEN type LIKE 'timestamp%' AND patterns ? 'timestamp' THEN
      RETURN to_jsonb((SELECT spark_compat.try_parse_timestamp(written, shape ->> 0, shape ->> 1)
        FROM jsonb_array_elements(patterns -> 'timestamp') AS shape WHERE written ~ (shape ->> 0) LIMIT 1));
    WHEN type = 'timestamp' THEN
      RETURN to_jsonb(spark_compat.try_timestamp(written));
    WHEN type = 'timestamp_ntz' THEN
      RETURN CASE WHEN pg_input_is_valid(written, 'timestamp') THEN to_jsonb(written::timestamp) END;
    WHEN type = 'binary' THEN
      RETURN to_jsonb(encode(spark_compat.try_base64(written), 'hex'));
    ELSE
      RETURN NULL;
  END CASE;
END
$$`,
]
