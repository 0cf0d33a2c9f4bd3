import type { CompatTexts } from './functions.js'

/** Addresses (java.net.URI) and what is written in them (java.net.URLEncoder). */
export const URL_COMPAT: CompatTexts = [
  `CREATE FUNCTION spark_compat.url_encode(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN value IS NOT NULL THEN (
  SELECT coalesce(string_agg(CASE
    WHEN letter ~ '[A-Za-z0-9.*_-]' THEN letter
    WHEN letter = ' ' THEN '+'
    ELSE regexp_replace(upper(encode(convert_to(letter, 'UTF8'), 'hex')), '(..)', '%\\1', 'g') END, '' ORDER BY place), '')
  FROM unnest(string_to_array(value, NULL)) WITH ORDINALITY AS l(letter, place)) END`,

  `CREATE FUNCTION spark_compat.try_url_decode(value text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
BEGIN
  IF value ~ '%(?![0-9A-Fa-f]{2})' THEN
    RETURN NULL;
  END IF;
  RETURN (SELECT coalesce(spark_compat.make_valid_utf8(decode(string_agg(CASE
      WHEN part[1] LIKE '\\%%' THEN substr(part[1], 2)
      WHEN part[1] = '+' THEN '20'
      ELSE encode(convert_to(part[1], 'UTF8'), 'hex') END, '' ORDER BY place), 'hex')), '')
    FROM regexp_matches(value, '%..|[^%+]+|[+]', 'g') WITH ORDINALITY AS p(part, place));
END
$$`,

  `CREATE FUNCTION spark_compat.url_decode(value text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
BEGIN
  IF value ~ '%(?![0-9A-Fa-f]{2})' THEN
    RAISE invalid_parameter_value USING MESSAGE = format('%s is no encoded URL', value);
  END IF;
  RETURN spark_compat.try_url_decode(value);
END
$$`,

  `CREATE FUNCTION spark_compat.parse_url(url text, part text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT CASE part
    WHEN 'PROTOCOL' THEN piece[1]
    WHEN 'AUTHORITY' THEN piece[2]
    WHEN 'USERINFO' THEN substring(piece[2] FROM '^(.*)@')
    WHEN 'HOST' THEN substring(piece[2] FROM '^(?:.*@)?([A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?[.]?|\\[[0-9A-Fa-f:.]+\\])(?::[0-9]*)?$')
    WHEN 'PATH' THEN path
    WHEN 'QUERY' THEN piece[4]
    WHEN 'FILE' THEN path || coalesce('?' || piece[4], '')
    WHEN 'REF' THEN piece[5] END
  FROM (SELECT piece, CASE WHEN piece[1] IS NULL OR piece[2] IS NOT NULL OR piece[3] LIKE '/%' THEN piece[3] END AS path
    FROM regexp_match(url, '^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#([^#]*))?$') AS piece
    WHERE url !~ '[\\s"<>\\\\^\`{|}\\u0001-\\u0020]|%(?![0-9A-Fa-f]{2})') AS p)`,

  `CREATE FUNCTION spark_compat.parse_url(url text, part text, key text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
BEGIN
  IF part <> 'QUERY' THEN
    RETURN NULL;
  END IF;
  RETURN (regexp_match(spark_compat.parse_url(url, part), '(?:&|^)' || key || '=([^&]*)'))[1];
END
$$`,
]
