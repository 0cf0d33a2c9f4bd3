import type { CompatTexts } from './functions.js'

/** Strings by place, padded, masked, compared by sound. */
export const STRING_COMPAT: CompatTexts = [
  `CREATE FUNCTION spark_compat.initcap(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT coalesce(string_agg(upper(left(word, 1)) || lower(substr(word, 2)), ' ' ORDER BY place), left(value, 0))
  FROM unnest(string_to_array(value, ' ')) WITH ORDINALITY AS w(word, place))`,

  `CREATE FUNCTION spark_compat.chr(code bigint) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN code < 0 THEN '' ELSE chr((code & 255)::int) END`,

  `CREATE FUNCTION spark_compat.quote(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN '''' || replace(value, '''', E'\\\\''') || ''''`,

  `CREATE FUNCTION spark_compat.soundex(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN value !~ '^[A-Za-z]' THEN value ELSE (
  SELECT first || rpad(left(replace(substr(regexp_replace(
      CASE WHEN codes LIKE '7%' THEN '0' ELSE left(codes, 1) END || replace(substr(codes, 2), '7', ''),
      '(.)\\1+', '\\1', 'g'), 2), '0', ''), 3), 3, '0')
  FROM (SELECT translate(left(value, 1), 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') AS first,
    translate(regexp_replace(value, '[^A-Za-z]', 'a', 'g'),
      'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
      '0123012702245501262301720201230127022455012623017202') AS codes) AS s) END`,

  `CREATE FUNCTION spark_compat.levenshtein(one text, other text) RETURNS int
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
  letters text[] := string_to_array(other, NULL);
  above int[] := ARRAY(SELECT generate_series(0, length(other)));
  here int[];
  letter text;
BEGIN
  FOREACH letter IN ARRAY string_to_array(one, NULL) LOOP
    here := ARRAY[above[1] + 1];
    FOR place IN 1..cardinality(letters) LOOP
      here[place + 1] := least(here[place] + 1, above[place + 1] + 1,
        above[place] + CASE WHEN letters[place] = letter THEN 0 ELSE 1 END);
    END LOOP;
    above := here;
  END LOOP;
  RETURN above[cardinality(above)];
END
$$`,

  `CREATE FUNCTION spark_compat.levenshtein(one text, other text, threshold int) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT CASE WHEN distance > threshold THEN -1 WHEN threshold IS NOT NULL THEN distance END
  FROM (SELECT spark_compat.levenshtein(one, other) AS distance) AS d)`,

  `CREATE FUNCTION spark_compat.luhn_check(value text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN value !~ '^[0-9]+$' THEN FALSE WHEN value IS NOT NULL THEN (
  SELECT sum(CASE WHEN place % 2 = 1 THEN digit WHEN digit > 4 THEN 2 * digit - 9 ELSE 2 * digit END) % 10 = 0
  FROM (SELECT letter::int AS digit, place
    FROM unnest(string_to_array(reverse(value), NULL)) WITH ORDINALITY AS l(letter, place)) AS d) END`,

  `CREATE FUNCTION spark_compat.substr(value text, start int) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN substr(value, CASE WHEN start < 0 THEN length(value) + start + 1 ELSE start END)`,

  `CREATE FUNCTION spark_compat.substr(value text, start int, size int) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN substr(value, CASE WHEN start > 0 THEN start WHEN start = 0 THEN 1 ELSE length(value) + start + 1 END, greatest(size, 0 * size))`,

  `CREATE FUNCTION spark_compat.substr(value bytea, start int) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN substr(value, CASE WHEN start < 0 THEN length(value) + start + 1 ELSE start END)`,

  `CREATE FUNCTION spark_compat.substr(value bytea, start int, size int) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN substr(value, CASE WHEN start > 0 THEN start WHEN start = 0 THEN 1 ELSE length(value) + start + 1 END, greatest(size, 0 * size))`,

  // A wide delimiter is found again from its second character on, so its places are looked for one by one.
  `CREATE FUNCTION spark_compat.substring_index_wide(value text, delimiter text, count int) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN value IS NULL OR delimiter IS NULL OR count IS NULL THEN NULL
  WHEN delimiter = '' OR count = 0 THEN ''
  WHEN count > 0 THEN coalesce((SELECT left(value, place - 1) FROM generate_series(1, length(value)) AS place
    WHERE substr(value, place, length(delimiter)) = delimiter ORDER BY place OFFSET count - 1 LIMIT 1), value)
  ELSE coalesce((SELECT substr(value, place + length(delimiter)) FROM generate_series(1, length(value)) AS place
    WHERE substr(value, place, length(delimiter)) = delimiter ORDER BY place DESC OFFSET -1 - count LIMIT 1), value) END`,

  `CREATE FUNCTION spark_compat.substring_index(value text, delimiter text, count int) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN length(delimiter) = 1 AND count > 0 THEN array_to_string((string_to_array(value, delimiter))[1:count], delimiter)
  WHEN length(delimiter) = 1 AND count < 0 THEN array_to_string(
    (string_to_array(value, delimiter))[cardinality(string_to_array(value, delimiter)) + count + 1:], delimiter)
  ELSE spark_compat.substring_index_wide(value, delimiter, count) END`,

  `CREATE FUNCTION spark_compat.overlay(value text, replacement text, start int, size int DEFAULT -1) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN spark_compat.substr(value, 1, start - 1) || replacement
  || spark_compat.substr(value, start + CASE WHEN size < 0 THEN length(replacement) ELSE size END, 2147483647)`,

  `CREATE FUNCTION spark_compat.overlay(value bytea, replacement bytea, start int, size int DEFAULT -1) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN spark_compat.substr(value, 1, start - 1) || replacement
  || spark_compat.substr(value, start + CASE WHEN size < 0 THEN length(replacement) ELSE size END, 2147483647)`,

  `CREATE FUNCTION spark_compat.locate(part text, value text, start int) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN start IS NULL THEN 0
  WHEN part IS NULL OR value IS NULL THEN NULL
  WHEN start < 1 THEN 0
  WHEN part = '' THEN 1
  WHEN strpos(substr(value, start), part) > 0 THEN strpos(substr(value, start), part) + start - 1
  ELSE 0 END`,

  `CREATE FUNCTION spark_compat.find_in_set(word text, list text) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN word IS NULL OR list IS NULL THEN NULL
  WHEN strpos(word, ',') > 0 THEN 0
  ELSE coalesce(array_position(string_to_array(list || ',', ','), word), 0)
    * CASE WHEN word = '' AND list !~ '(^|,)(,|$)' THEN 0 ELSE 1 END END`,

  `CREATE FUNCTION spark_compat.endswith(value bytea, part bytea) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN substr(value, length(value) - length(part) + 1) = part`,

  `CREATE FUNCTION spark_compat.lpad(value bytea, size int, filling bytea) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN size <= length(value) OR length(filling) = 0 THEN substr(value, 1, greatest(size, 0 * size))
  ELSE decode(left(repeat(encode(filling, 'hex'), size), 2 * (size - length(value))), 'hex') || value END`,

  `CREATE FUNCTION spark_compat.rpad(value bytea, size int, filling bytea) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN size <= length(value) OR length(filling) = 0 THEN substr(value, 1, greatest(size, 0 * size))
  ELSE value || decode(left(repeat(encode(filling, 'hex'), size), 2 * (size - length(value))), 'hex') END`,

  `CREATE FUNCTION spark_compat.mask(value text, upper_letter text, lower_letter text, digit text, other text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT coalesce(string_agg(coalesce(CASE
    WHEN letter ~ '[[:upper:]]' THEN upper_letter
    WHEN letter ~ '[[:lower:]]' THEN lower_letter
    WHEN letter ~ '[[:digit:]]' THEN digit
    ELSE other END, letter), '' ORDER BY place), left(value, 0))
  FROM unnest(string_to_array(value, NULL)) WITH ORDINALITY AS l(letter, place))`,
]
