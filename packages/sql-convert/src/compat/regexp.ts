import type { CompatTexts } from './functions.js'

/** Patterns of Java that are known only when they run, and splitting with a limit. */
export const REGEXP_COMPAT: CompatTexts = [
  `CREATE FUNCTION spark_compat.java_pattern(pattern text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN pattern ~ '\\\\[QEGpPkRhHX]|[*+?}]\\+|\\(\\?(?:>|<[A-Za-z]|[a-z-]*[^imsxu:=!<a-z)-])|&&' THEN spark_compat.refuse_pattern(pattern)
  WHEN pattern IS NOT NULL THEN (
    SELECT coalesce(string_agg(CASE
      WHEN part[1] = '.' THEN '[^\\n\\r]'
      WHEN part[1] = '\\b' THEN '\\y'
      WHEN part[1] = '\\B' THEN '\\Y'
      WHEN part[1] = '\\z' THEN '\\Z'
      ELSE part[1] END, '' ORDER BY place), '')
    FROM regexp_matches(pattern, '\\\\.|\\[\\^?\\]?(?:[^\\]\\\\]|\\\\.)*\\]|[^\\\\]', 'g') WITH ORDINALITY AS p(part, place)) END`,

  `CREATE FUNCTION spark_compat.refuse_pattern(pattern text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
BEGIN
  RAISE feature_not_supported USING MESSAGE = format('the pattern %s has what PostgreSQL''s regular expressions have not', pattern);
END
$$`,

  `CREATE FUNCTION spark_compat.java_replacement(replacement text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN replacement IS NOT NULL THEN (
  SELECT coalesce(string_agg(CASE
    WHEN part[1] = '\\\\' THEN '\\\\'
    WHEN part[1] LIKE E'\\\\\\\\_' THEN right(part[1], 1)
    WHEN part[1] = '$0' THEN '\\&'
    WHEN part[1] LIKE '$_' THEN '\\' || right(part[1], 1)
    ELSE part[1] END, '' ORDER BY place), '')
  FROM regexp_matches(replacement, '\\\\.|\\$[0-9]|.', 'g') WITH ORDINALITY AS p(part, place)) END`,

  `CREATE FUNCTION spark_compat.split(value text, pattern text, pieces int) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
  parts text[] := '{}';
  rest text := value;
  start int;
  finish int;
  place int := 1;
BEGIN
  IF pieces <= 0 THEN
    RETURN regexp_split_to_array(value, pattern);
  END IF;
  WHILE cardinality(parts) < pieces - 1 LOOP
    start := regexp_instr(rest, pattern, place, 1, 0);
    EXIT WHEN start = 0 OR start > length(rest);
    finish := regexp_instr(rest, pattern, place, 1, 1);
    IF finish > start OR start > 1 THEN
      parts := parts || left(rest, start - 1);
      rest := substr(rest, finish);
      place := CASE WHEN finish > start THEN 1 ELSE 2 END;
    ELSE
      place := 2;
    END IF;
  END LOOP;
  RETURN parts || rest;
END
$$`,

  `CREATE FUNCTION spark_compat.split_letters(value text, pieces int) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN value IS NULL OR pieces IS NULL THEN NULL
  WHEN value = '' THEN ARRAY['']
  WHEN pieces <= 0 THEN string_to_array(value, NULL)
  ELSE (string_to_array(value, NULL))[1:pieces] END`,
]
