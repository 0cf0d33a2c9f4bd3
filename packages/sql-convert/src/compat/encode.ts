import type { CompatTexts } from './functions.js'

/** Bytes as text and back. */
export const ENCODE_COMPAT: CompatTexts = [
  `CREATE FUNCTION spark_compat.hex(value bigint) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN upper(to_hex(value))`,

  `CREATE FUNCTION spark_compat.hex(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN upper(encode(convert_to(value, 'UTF8'), 'hex'))`,

  `CREATE FUNCTION spark_compat.hex(value bytea) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN upper(encode(value, 'hex'))`,

  `CREATE FUNCTION spark_compat.hex_to_binary(value text) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN decode(repeat('0', length(value) % 2) || value, 'hex')`,

  `CREATE FUNCTION spark_compat.unhex(value text) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN value ~ '^[0-9A-Fa-f]*$' THEN spark_compat.hex_to_binary(value) END`,

  `CREATE FUNCTION spark_compat.unbase64(value text) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT decode(rpad(digits, (length(digits) + 3) / 4 * 4, '='), 'base64')
  FROM (SELECT regexp_replace(split_part(value, '=', 1), '[^A-Za-z0-9+/]', '', 'g') AS digits) AS d)`,

  `CREATE FUNCTION spark_compat.try_base64(value text) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN value ~ '^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$'
  THEN decode(rpad(rtrim(value, '='), (length(rtrim(value, '=')) + 3) / 4 * 4, '='), 'base64') END`,

  `CREATE FUNCTION spark_compat.encode_ascii(value text) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN convert_to(value, CASE WHEN value ~ '[^\\u0001-\\u007f]' THEN 'US-ASCII does not have all of these characters' ELSE 'UTF8' END)`,

  `CREATE FUNCTION spark_compat.decode_ascii(value bytea) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN convert_from(value, CASE WHEN encode(value, 'hex') ~ '^(?:[0-7].)*$' THEN 'UTF8' ELSE 'US-ASCII does not have all of these bytes' END)`,

  `CREATE FUNCTION spark_compat.encode_utf16be(value text) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN value IS NOT NULL THEN (
  SELECT decode(coalesce(string_agg(lpad(to_hex(CASE WHEN code < 65536 THEN code
      ELSE (55296 + ((code - 65536) >> 10)) * 65536::bigint + 56320 + ((code - 65536) & 1023) END),
    CASE WHEN code < 65536 THEN 4 ELSE 8 END, '0'), '' ORDER BY place), ''), 'hex')
  FROM (SELECT ascii(letter)::bigint AS code, place
    FROM unnest(string_to_array(value, NULL)) WITH ORDINALITY AS l(letter, place)) AS c) END`,

  `CREATE FUNCTION spark_compat.encode_utf16le(value text) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN decode(regexp_replace(encode(spark_compat.encode_utf16be(value), 'hex'), '(..)(..)', '\\2\\1', 'g'), 'hex')`,

  `CREATE FUNCTION spark_compat.encode_utf16(value text) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN value = '' THEN ''::bytea ELSE '\\xfeff'::bytea || spark_compat.encode_utf16be(value) END`,

  `CREATE FUNCTION spark_compat.decode_utf16be(value bytea) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN value IS NOT NULL THEN (
  SELECT coalesce(string_agg(chr(CASE WHEN length(unit[1]) = 4 THEN one
    ELSE 65536 + ((one - 55296) << 10) + (other - 56320) END), '' ORDER BY place), '')
  FROM (SELECT unit, place, ('x' || left(unit[1], 4))::bit(16)::int AS one, ('x' || right(unit[1], 4))::bit(16)::int AS other
    FROM regexp_matches(encode(value, 'hex'), 'd[89ab]..d[c-f]..|....', 'g') WITH ORDINALITY AS u(unit, place)) AS c) END`,

  `CREATE FUNCTION spark_compat.decode_utf16le(value bytea) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN spark_compat.decode_utf16be(decode(regexp_replace(encode(value, 'hex'), '(..)(..)', '\\2\\1', 'g'), 'hex'))`,

  `CREATE FUNCTION spark_compat.decode_utf16(value bytea) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE substr(value, 1, 2)
  WHEN '\\xfeff' THEN spark_compat.decode_utf16be(substr(value, 3))
  WHEN '\\xfffe' THEN spark_compat.decode_utf16le(substr(value, 3))
  ELSE spark_compat.decode_utf16be(value) END`,
]
