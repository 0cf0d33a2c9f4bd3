import type { CompatTexts } from './functions.js'

/** A character of UTF-8 in hexadecimal digits (The Unicode Standard 16, table 3-7). */
const CHARACTER =
  '[0-7].|(?:c[2-9a-f]|d.)[89ab].|(?:e0[ab].|e[1-9abcef][89ab].|ed[89].)[89ab].' +
  '|(?:f0[9ab].|f[1-3][89ab].|f48.)[89ab].[89ab].'

/** The longest beginnings of characters that something else cuts off: each becomes one U+FFFD. */
const CUT = '(?:f0[9ab].|f[1-3][89ab].|f48.)(?:[89ab].)?|e0[ab].|e[1-9abcef][89ab].|ed[89].'

/** Whether bytes are UTF-8, without an error where they are not. */
export const UTF8_COMPAT: CompatTexts = [
  `CREATE FUNCTION spark_compat.is_valid_utf8(value bytea) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN encode(value, 'hex') ~ '^(?:${CHARACTER})*$'`,

  `CREATE FUNCTION spark_compat.make_valid_utf8(value bytea) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN value IS NOT NULL THEN (
  SELECT coalesce(convert_from(decode(string_agg(
    CASE WHEN part[1] ~ '^(?:${CHARACTER})$' THEN part[1] ELSE 'efbfbd' END, '' ORDER BY place), 'hex'), 'UTF8'), '')
  FROM regexp_matches(encode(value, 'hex'), '${CHARACTER}|${CUT}|..', 'g') WITH ORDINALITY AS p(part, place)) END`,
]
