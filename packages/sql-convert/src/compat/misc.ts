import type { CompatTexts } from './functions.js'

/** What stops a statement, and the names of types. */
export const MISC_COMPAT: CompatTexts = [
  `CREATE FUNCTION spark_compat.raise_error(message text) RETURNS text
LANGUAGE plpgsql VOLATILE PARALLEL SAFE
AS $$
BEGIN
  RAISE EXCEPTION '%', coalesce(message, 'null');
END
$$`,

  `CREATE FUNCTION spark_compat.assert_true(condition boolean, message text DEFAULT 'the assertion is not true') RETURNS text
LANGUAGE sql VOLATILE PARALLEL SAFE
RETURN CASE WHEN condition THEN NULL ELSE spark_compat.raise_error(message) END`,

  `CREATE FUNCTION spark_compat.type_name(type regtype) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE type::text
  WHEN 'integer' THEN 'int'
  WHEN 'text' THEN 'string'
  WHEN 'character varying' THEN 'string'
  WHEN 'double precision' THEN 'double'
  WHEN 'real' THEN 'float'
  WHEN 'bytea' THEN 'binary'
  WHEN 'numeric' THEN 'decimal'
  WHEN 'timestamp with time zone' THEN 'timestamp'
  WHEN 'timestamp without time zone' THEN 'timestamp_ntz'
  ELSE type::text END`,
]
