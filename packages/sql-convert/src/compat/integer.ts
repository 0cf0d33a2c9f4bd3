import type { CompatTexts } from './functions.js'

/** Bits, digits in other bases, and what counts. */
export const INTEGER_COMPAT: CompatTexts = [
  `CREATE FUNCTION spark_compat.bin(x bigint) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN x = 0 THEN '0' ELSE ltrim(x::bit(64)::text, '0') END`,

  `CREATE FUNCTION spark_compat.bit_count(x bigint) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN bit_count(x::bit(64))::int`,

  `CREATE FUNCTION spark_compat.bit_count(x boolean) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN x::int`,

  `CREATE FUNCTION spark_compat.factorial(n int) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN n BETWEEN 0 AND 20 THEN factorial(n)::bigint END`,

  `CREATE FUNCTION spark_compat.bit_get(x bigint, place int, width int) RETURNS smallint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN place >= 0 AND place < width THEN ((x >> place) & 1)::smallint
  WHEN x IS NOT NULL AND place IS NOT NULL THEN spark_compat.no_such_bit(place, width) END`,

  `CREATE FUNCTION spark_compat.no_such_bit(place int, width int) RETURNS smallint
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
BEGIN
  RAISE numeric_value_out_of_range USING MESSAGE = format('bit %s is outside of 0 to %s', place, width - 1);
END
$$`,

  `CREATE FUNCTION spark_compat.shiftrightunsigned(x int, places int) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (x::bit(32) >> (places & 31))::int`,

  `CREATE FUNCTION spark_compat.shiftrightunsigned(x bigint, places int) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (x::bit(64) >> (places & 63))::bigint`,

  `CREATE FUNCTION spark_compat.bitmap_bit_position(x bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN x > 0 THEN (x - 1) % 32768 ELSE -x % 32768 END`,

  `CREATE FUNCTION spark_compat.bitmap_bucket_number(x bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN x > 0 THEN 1 + (x - 1) / 32768 ELSE x / 32768 END`,

  `CREATE FUNCTION spark_compat.conv(digits text, base int, into_base int) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
  letters constant text := '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  wrap constant numeric := 18446744073709551616;
  rest text := upper(btrim(digits));
  negative boolean := rest LIKE '-%';
  value numeric := 0;
  written text := '';
  digit int;
BEGIN
  IF rest = '' OR base NOT BETWEEN 2 AND 36 OR abs(into_base) NOT BETWEEN 2 AND 36 THEN
    RETURN NULL;
  END IF;
  IF negative THEN
    rest := substr(rest, 2);
  END IF;
  FOR place IN 1..length(rest) LOOP
    digit := strpos(letters, substr(rest, place, 1)) - 1;
    EXIT WHEN digit NOT BETWEEN 0 AND base - 1;
    value := value * base + digit;
    IF value >= wrap THEN
      RAISE numeric_value_out_of_range USING MESSAGE = format('%s in base %s has more than 64 bits', digits, base);
    END IF;
  END LOOP;
  IF negative AND into_base > 0 THEN
    value := CASE WHEN value >= wrap / 2 THEN wrap - 1 ELSE mod(wrap - value, wrap) END;
  END IF;
  IF into_base < 0 AND value >= wrap / 2 THEN
    value := wrap - value;
    negative := TRUE;
  END IF;
  LOOP
    written := substr(letters, mod(value, abs(into_base))::int + 1, 1) || written;
    value := div(value, abs(into_base));
    EXIT WHEN value = 0;
  END LOOP;
  RETURN CASE WHEN negative AND into_base < 0 THEN '-' ELSE '' END || written;
END
$$`,

  `CREATE FUNCTION spark_compat.uniform(low bigint, high bigint) RETURNS bigint
LANGUAGE sql VOLATILE PARALLEL RESTRICTED
RETURN low + floor((high - low)::double precision * random())::bigint`,

  `CREATE FUNCTION spark_compat.randstr(size int) RETURNS text
LANGUAGE sql VOLATILE PARALLEL RESTRICTED
RETURN (SELECT coalesce(string_agg(substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', 1 + floor(62 * random())::int, 1), ''), '')
  FROM generate_series(1, size))`,
]
