import type { CompatTexts } from './functions.js'

/** Galois/Counter Mode with an initialization vector of 12 bytes (NIST SP 800-38D). */
export const AES_GCM_COMPAT: CompatTexts = [
  `CREATE FUNCTION spark_compat.aes_filled(value bytea) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN value || decode(repeat('00', (16 - length(value) % 16) % 16), 'hex')`,

  // Four bits at a time; a block is two halves, its first bit the highest of the high one.
  `CREATE FUNCTION spark_compat.aes_ghash(hash_key bytea, value bytea) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
DECLARE
  shifted_out constant bigint[] := '{0,7200,14400,9312,28800,27808,18624,21728,57600,64800,55616,50528,37248,36256,43456,46560}';
  below_4 constant bigint := 1152921504606846975;
  below_1 constant bigint := 9223372036854775807;
  high bigint := spark_compat.aes_half_block(hash_key, 0);
  low bigint := spark_compat.aes_half_block(hash_key, 8);
  highs bigint[] := array_fill(0::bigint, ARRAY[16]);
  lows bigint[] := array_fill(0::bigint, ARRAY[16]);
  power int := 8;
  bit bigint;
  digits bigint[];
  rest int;
  digit int;
BEGIN
  LOOP
    highs[power + 1] := high;
    lows[power + 1] := low;
    EXIT WHEN power = 1;
    bit := low & 1;
    low := ((low >> 1) & below_1) | (high << 63);
    high := ((high >> 1) & below_1) # (bit * (225::bigint << 56));
    power := power / 2;
  END LOOP;
  WHILE power < 16 LOOP
    FOR i IN 1..power - 1 LOOP
      highs[power + i + 1] := highs[power + 1] # highs[i + 1];
      lows[power + i + 1] := lows[power + 1] # lows[i + 1];
    END LOOP;
    power := power * 2;
  END LOOP;
  high := 0;
  low := 0;
  FOR place IN 0..length(value) - 16 BY 16 LOOP
    digits := ARRAY[low # spark_compat.aes_half_block(value, place + 8), high # spark_compat.aes_half_block(value, place)];
    high := 0;
    low := 0;
    FOR half IN 1..2 LOOP
      FOR shift IN 0..60 BY 4 LOOP
        digit := ((digits[half] >> shift) & 15) + 1;
        rest := (low & 15) + 1;
        low := (((low >> 4) & below_4) | (high << 60)) # lows[digit];
        high := ((high >> 4) & below_4) # (shifted_out[rest] << 48) # highs[digit];
      END LOOP;
    END LOOP;
  END LOOP;
  RETURN int8send(high) || int8send(low);
END
$$`,

  // The key of the hash, the mask of the tag, and what the blocks of the text are mixed with. Counted by an
  // array: generate_series() with a size that varies would be planned at each call.
  `CREATE FUNCTION spark_compat.aes_stream(key bytea, iv bytea, size int) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
BEGIN
  RETURN spark_compat.aes_blocks((
    SELECT decode(repeat('00', 16), 'hex') || string_agg(iv || int4send(number::int), ''::bytea ORDER BY number)
    FROM unnest(array_fill(0, ARRAY[1 + (size + 15) / 16])) WITH ORDINALITY AS n(zero, number)), key, false);
END
$$`,

  `CREATE FUNCTION spark_compat.aes_tag(stream bytea, aad bytea, encrypted bytea) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN spark_compat.aes_xor(substr(stream, 17, 16), spark_compat.aes_ghash(substr(stream, 1, 16),
  spark_compat.aes_filled(aad) || spark_compat.aes_filled(encrypted)
  || int8send(8 * length(aad)::bigint) || int8send(8 * length(encrypted)::bigint)))`,

  `CREATE FUNCTION spark_compat.aes_gcm_encrypted(value bytea, key bytea, iv bytea, aad bytea) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
DECLARE
  stream constant bytea := spark_compat.aes_stream(key, iv, length(value));
  encrypted constant bytea := spark_compat.aes_xor(value, substr(stream, 33));
BEGIN
  RETURN iv || encrypted || spark_compat.aes_tag(stream, aad, encrypted);
END
$$`,

  // NULL where the tag is another one.
  `CREATE FUNCTION spark_compat.aes_gcm_decrypted(value bytea, key bytea, aad bytea) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
DECLARE
  encrypted constant bytea := substr(value, 13, length(value) - 28);
  stream constant bytea := spark_compat.aes_stream(key, substr(value, 1, 12), length(encrypted));
BEGIN
  IF spark_compat.aes_tag(stream, aad, encrypted) <> substr(value, length(value) - 15) THEN
    RETURN NULL;
  END IF;
  RETURN spark_compat.aes_xor(encrypted, substr(stream, 33));
END
$$`,
]
