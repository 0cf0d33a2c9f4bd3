import type { CompatTexts } from './functions.js'

/** Numbers as text. */
export const FORMAT_COMPAT: CompatTexts = [
  // The value of a double, every digit of it: mantissa times a power of two.
  `CREATE FUNCTION spark_compat.exact_value(x double precision) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT CASE WHEN x < 0 THEN -1 ELSE 1 END * ((bits & 4503599627370495) | CASE WHEN exponent = 0 THEN 0 ELSE 4503599627370496 END)
    * CASE WHEN exponent >= 1075 THEN power(2::numeric, exponent - 1075)
      ELSE power(5::numeric, 1075 - greatest(exponent, 1)) * ('1e-' || (1075 - greatest(exponent, 1)))::numeric END
  FROM (SELECT bits, ((bits >> 52) & 2047)::int AS exponent
    FROM (SELECT ('x' || encode(float8send(x), 'hex'))::bit(64)::bigint AS bits) AS b) AS e)`,

  `CREATE FUNCTION spark_compat.grouped(digits text, size int) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN size > 0 THEN regexp_replace(digits, '(\\d)(?=(?:\\d{' || size || '})+$)', '\\1,', 'g') ELSE digits END`,

  `CREATE FUNCTION spark_compat.format_number(x numeric, whole int, grouping_size int, at_least int, most int) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT CASE WHEN x < 0 THEN '-' ELSE '' END
    || spark_compat.grouped(lpad(split_part(digits, '.', 1), greatest(whole, length(split_part(digits, '.', 1))), '0'), grouping_size)
    || CASE WHEN kept = '' THEN '' ELSE '.' || kept END
  FROM (SELECT digits, rpad(rtrim(split_part(digits, '.', 2), '0'), greatest(at_least, length(rtrim(split_part(digits, '.', 2), '0'))), '0') AS kept
    FROM (SELECT spark_compat.bround(abs(x), most)::text AS digits) AS d) AS k)`,

  `CREATE FUNCTION spark_compat.format_number(x double precision, whole int, grouping_size int, at_least int, most int) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN x = 'NaN' THEN 'NaN' WHEN abs(x) = 'Infinity' THEN CASE WHEN x < 0 THEN '-' ELSE '' END || '∞'
  ELSE spark_compat.format_number(spark_compat.exact_value(x), whole, grouping_size, at_least, most) END`,

  `CREATE FUNCTION spark_compat.format_number(x numeric, places int) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN places >= 0 THEN spark_compat.format_number(x, 1, 3, places, places) END`,

  `CREATE FUNCTION spark_compat.format_number(x double precision, places int) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN places >= 0 THEN spark_compat.format_number(x, 1, 3, places, places) END`,

  `CREATE FUNCTION spark_compat.decorated(written text, flags text, width int) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
  negative boolean := written LIKE '-%';
  digits text := ltrim(written, '-');
  prefix text := CASE WHEN negative THEN CASE WHEN flags LIKE '%(%' THEN '(' ELSE '-' END
    WHEN flags LIKE '%+%' THEN '+' WHEN flags LIKE '% %' THEN ' ' ELSE '' END;
  suffix text := CASE WHEN negative AND flags LIKE '%(%' THEN ')' ELSE '' END;
BEGIN
  IF flags LIKE '%,%' THEN
    digits := spark_compat.grouped(split_part(digits, '.', 1), 3) || substr(digits, length(split_part(digits, '.', 1)) + 1);
  END IF;
  IF flags LIKE '%0%' THEN
    digits := lpad(digits, greatest(length(digits), width - length(prefix) - length(suffix)), '0');
  END IF;
  RETURN prefix || digits || suffix;
END
$$`,

  `CREATE FUNCTION spark_compat.digits_text(x numeric, format text, too_long text, whole int, places int) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN trunc(x, places) <> x OR abs(x) >= power(10::numeric, whole) THEN too_long
  WHEN x = 0 AND format !~ '[0.]' THEN repeat(' ', length(format))
  ELSE right(to_char(abs(x), format), length(too_long)) END`,

  `CREATE FUNCTION spark_compat.signed_text(x numeric, written text, sign text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE sign
  WHEN 'S before' THEN lpad(CASE WHEN x < 0 THEN '-' ELSE '+' END || ltrim(written), length(written) + 1)
  WHEN 'MI before' THEN lpad(CASE WHEN x < 0 THEN '-' ELSE ' ' END || ltrim(written), length(written) + 1)
  WHEN 'S after' THEN written || CASE WHEN x < 0 THEN '-' ELSE '+' END
  WHEN 'MI after' THEN written || CASE WHEN x < 0 THEN '-' ELSE ' ' END
  ELSE CASE WHEN x < 0 THEN lpad('<' || ltrim(written) || '>', length(written) + 2) ELSE written || '  ' END END`,

  `CREATE FUNCTION spark_compat.try_digits_number(value text, shape text) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT CASE WHEN packed ~ shape
    THEN CASE WHEN packed ~ '[-<]' THEN -1 ELSE 1 END * ('0' || regexp_replace(packed, '[^0-9.]', '', 'g'))::numeric END
  FROM (SELECT regexp_replace(value, '\\s', '', 'g') AS packed) AS p)`,

  `CREATE FUNCTION spark_compat.digits_number(value text, shape text) RETURNS numeric
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
  number numeric := spark_compat.try_digits_number(value, shape);
BEGIN
  IF number IS NULL THEN
    RAISE invalid_text_representation USING MESSAGE = format('%L does not have the format asked for', value);
  END IF;
  RETURN number;
END
$$`,
]
