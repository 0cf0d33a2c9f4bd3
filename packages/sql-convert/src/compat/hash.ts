import type { CompatTexts } from './functions.js'

/** Digests that PostgreSQL has no function for (FIPS 180-4; CRC-32 of ISO 3309). */
export const HASH_COMPAT: CompatTexts = [
  `CREATE FUNCTION spark_compat.sha2(value bytea, bits int) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE bits
  WHEN 0 THEN encode(sha256(value), 'hex')
  WHEN 224 THEN encode(sha224(value), 'hex')
  WHEN 256 THEN encode(sha256(value), 'hex')
  WHEN 384 THEN encode(sha384(value), 'hex')
  WHEN 512 THEN encode(sha512(value), 'hex') END`,

  `CREATE FUNCTION spark_compat.crc32(value bytea) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
  remainder bigint := 4294967295;
BEGIN
  FOR place IN 0..length(value) - 1 LOOP
    remainder := remainder # get_byte(value, place);
    FOR bit IN 1..8 LOOP
      remainder := CASE WHEN remainder & 1 = 1 THEN (remainder >> 1) # 3988292384 ELSE remainder >> 1 END;
    END LOOP;
  END LOOP;
  RETURN remainder # 4294967295;
END
$$`,

  `CREATE FUNCTION spark_compat.sha1(value bytea) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
  mask constant bigint := 4294967295;
  h bigint[] := ARRAY[1732584193, 4023233417, 2562383102, 271733878, 3285377520];
  padded bytea := value || '\\x80' || decode(repeat('00', (119 - length(value) % 64) % 64), 'hex') || int8send(8 * length(value)::bigint);
  w bigint[];
  a bigint; b bigint; c bigint; d bigint; e bigint; f bigint; k bigint; x bigint;
BEGIN
  FOR block IN 0..length(padded) / 64 - 1 LOOP
    w := ARRAY[]::bigint[];
    FOR i IN 0..15 LOOP
      x := 0;
      FOR j IN 0..3 LOOP
        x := (x << 8) | get_byte(padded, block * 64 + i * 4 + j);
      END LOOP;
      w := w || x;
    END LOOP;
    FOR i IN 17..80 LOOP
      x := w[i - 3] # w[i - 8] # w[i - 14] # w[i - 16];
      w := w || (((x << 1) | (x >> 31)) & mask);
    END LOOP;
    a := h[1]; b := h[2]; c := h[3]; d := h[4]; e := h[5];
    FOR i IN 1..80 LOOP
      IF i <= 20 THEN
        f := (b & c) | ((mask # b) & d); k := 1518500249;
      ELSIF i <= 40 THEN
        f := b # c # d; k := 1859775393;
      ELSIF i <= 60 THEN
        f := (b & c) | (b & d) | (c & d); k := 2400959708;
      ELSE
        f := b # c # d; k := 3395469782;
      END IF;
      x := ((((a << 5) | (a >> 27)) & mask) + f + e + k + w[i]) & mask;
      e := d; d := c; c := ((b << 30) | (b >> 2)) & mask; b := a; a := x;
    END LOOP;
    h := ARRAY[(h[1] + a) & mask, (h[2] + b) & mask, (h[3] + c) & mask, (h[4] + d) & mask, (h[5] + e) & mask];
  END LOOP;
  RETURN (SELECT string_agg(lpad(to_hex(part), 8, '0'), '' ORDER BY place) FROM unnest(h) WITH ORDINALITY AS p(part, place));
END
$$`,
]
