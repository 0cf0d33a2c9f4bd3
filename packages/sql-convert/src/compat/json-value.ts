import type { CompatTexts } from './functions.js'

/** Arrays of scalars to and from jsonb, where a cast of Postgres does not do it. */
export const JSON_VALUE_COMPAT: CompatTexts = [
  `CREATE FUNCTION spark_compat.json_to_texts(value jsonb) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN jsonb_typeof(value) = 'array' THEN ARRAY(
  SELECT e.item FROM jsonb_array_elements_text(value) WITH ORDINALITY AS e(item, place) ORDER BY e.place) END`,

  `CREATE FUNCTION spark_compat.json_to_bytes(value jsonb) RETURNS bytea[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN jsonb_typeof(value) = 'array' THEN ARRAY(
  SELECT decode(e.item, 'hex') FROM jsonb_array_elements_text(value) WITH ORDINALITY AS e(item, place)
  ORDER BY e.place) END`,

  `CREATE FUNCTION spark_compat.bytes_to_json(value bytea[]) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN value IS NOT NULL THEN coalesce((
  SELECT jsonb_agg(encode(e.item, 'hex') ORDER BY e.place)
  FROM unnest(value) WITH ORDINALITY AS e(item, place)), '[]') END`,
]
