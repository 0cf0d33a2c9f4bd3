import type { CompatTexts } from './functions.js'

/** XPath on XML in texts. */
export const XML_COMPAT: CompatTexts = [
  `CREATE FUNCTION spark_compat.xml_unescape(value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN replace(replace(replace(replace(replace(replace(value, '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&apos;', ''''), '&#x0D;', E'\\r'), '&amp;', '&')`,

  // Elements have no value of their own, texts and attributes have.
  `CREATE FUNCTION spark_compat.xpath(document text, path text) RETURNS text[]
LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE WHEN document IS NOT NULL AND path IS NOT NULL THEN ARRAY(
  SELECT CASE WHEN item::text NOT LIKE '<%' THEN spark_compat.xml_unescape(item::text) END
  FROM unnest(xpath(path, document::xml)) WITH ORDINALITY AS x(item, place) ORDER BY place) END`,

  `CREATE FUNCTION spark_compat.xpath_value(document text, kind text, path text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN spark_compat.xml_unescape((xpath(kind || '(' || path || ')', document::xml))[1]::text)`,

  `CREATE FUNCTION spark_compat.xpath_number(document text, path text) RETURNS double precision
LANGUAGE sql STABLE PARALLEL SAFE
RETURN spark_compat.xpath_value(document, 'number', path)::double precision`,

  `CREATE FUNCTION spark_compat.xpath_whole(document text, path text) RETURNS bigint
LANGUAGE sql STABLE PARALLEL SAFE
RETURN trunc(coalesce(nullif(spark_compat.xpath_number(document, path), 'NaN'), CASE WHEN document IS NOT NULL AND path IS NOT NULL THEN 0 END))::bigint`,
]
