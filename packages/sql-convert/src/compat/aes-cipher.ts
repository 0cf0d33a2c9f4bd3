import type { CompatTexts } from './functions.js'

/** The substitution of bytes (FIPS 197, table 4), in hexadecimal digits. */
const SBOX =
  '637c777bf26b6fc53001672bfed7ab76ca82c97dfa5947f0add4a2af9ca472c0' +
  'b7fd9326363ff7cc34a5e5f171d8311504c723c31896059a071280e2eb27b275' +
  '09832c1a1b6e5aa0523bd6b329e32f8453d100ed20fcb15b6acbbe394a4c58cf' +
  'd0efaafb434d338545f9027f503c9fa851a3408f929d38f5bcb6da2110fff3d2' +
  'cd0c13ec5f974417c4a77e3d645d197360814fdc222a908846eeb814de5e0bdb' +
  'e0323a0a4906245cc2d3ac629195e479e7c8376d8dd54ea96c56f4ea657aae08' +
  'ba78252e1ca6b4c6e8dd741f4bbd8b8a703eb5664803f60e613557b986c11d9e' +
  'e1f8981169d98e949b1e87e9ce5528df8ca1890dbfe6426841992d0fb054bb16'

/**
 * AES on whole blocks (FIPS 197), by tables of a round: fast enough for PL/pgSQL, but its time depends on
 * the key. Functions without arguments are folded to constants in the plans that use them.
 *
 * A state is four words, a column each. Deciphering is the same network with columns in the order
 * 1, 4, 3, 2, other tables, and the round keys backwards (the "equivalent inverse cipher").
 */
export const AES_CIPHER_COMPAT: CompatTexts = [
  `CREATE FUNCTION spark_compat.aes_sbox() RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN decode('${SBOX}', 'hex')`,

  `CREATE FUNCTION spark_compat.aes_inverse_sbox() RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT string_agg(set_byte('\\x00'::bytea, 0, byte), ''::bytea ORDER BY get_byte(spark_compat.aes_sbox(), byte))
  FROM generate_series(0, 255) AS b(byte))`,

  `CREATE FUNCTION spark_compat.aes_doubled(byte int) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (byte << 1) # ((byte >> 7) * 283)`,

  `CREATE FUNCTION spark_compat.aes_word(bytes bytea, place int) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ('x' || encode(substr(bytes, place + 1, 4), 'hex'))::bit(32)::int`,

  `CREATE FUNCTION spark_compat.aes_substituted(word int, sbox bytea) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (get_byte(sbox, (word >> 24) & 255) << 24) | (get_byte(sbox, (word >> 16) & 255) << 16)
  | (get_byte(sbox, (word >> 8) & 255) << 8) | get_byte(sbox, word & 255)`,

  // What a byte in the first row of a column becomes, and behind it those of the other rows.
  `CREATE FUNCTION spark_compat.aes_table(inverse boolean) RETURNS int[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
  SELECT array_agg(((word >> (8 * row)) | (word << (32 - 8 * row)))::int ORDER BY row, byte)
  FROM (SELECT byte, s, d, q, spark_compat.aes_doubled(q) AS o
    FROM (SELECT byte, s, d, spark_compat.aes_doubled(d) AS q
      FROM (SELECT byte, s, spark_compat.aes_doubled(s) AS d
        FROM (SELECT byte, get_byte(CASE WHEN inverse THEN spark_compat.aes_inverse_sbox() ELSE spark_compat.aes_sbox() END, byte) AS s
          FROM generate_series(0, 255) AS b(byte)) AS t1) AS t2) AS t3) AS t4,
    LATERAL (SELECT CASE WHEN inverse
      THEN ((o # q # d) << 24) | ((o # s) << 16) | ((o # q # s) << 8) | (o # d # s)
      ELSE (d << 24) | (s << 16) | (s << 8) | (d # s) END::bit(32) AS word) AS w,
    generate_series(0, 3) AS r(row))`,

  `CREATE FUNCTION spark_compat.aes_round_keys(key bytea, inverse boolean) RETURNS int[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
DECLARE
  sbox constant bytea := spark_compat.aes_sbox();
  size constant int := length(key) / 4;
  total constant int := 4 * (size + 7);
  keys int[];
  backwards int[];
  mixed int[];
  round_constant int := 1;
  word int;
BEGIN
  FOR place IN 0..size - 1 LOOP
    keys[place + 1] := spark_compat.aes_word(key, 4 * place);
  END LOOP;
  FOR place IN size..total - 1 LOOP
    word := keys[place];
    IF place % size = 0 THEN
      word := (word << 8) | ((word >> 24) & 255);
      word := spark_compat.aes_substituted(word, sbox) # (round_constant << 24);
      round_constant := spark_compat.aes_doubled(round_constant);
    ELSIF size = 8 AND place % 8 = 4 THEN
      word := spark_compat.aes_substituted(word, sbox);
    END IF;
    keys[place + 1] := keys[place + 1 - size] # word;
  END LOOP;
  IF NOT inverse THEN
    RETURN keys;
  END IF;
  mixed := spark_compat.aes_table(true);
  FOR place IN 0..total - 1 LOOP
    word := keys[total - 4 - place / 4 * 4 + (4 - place % 4) % 4 + 1];
    IF place BETWEEN 4 AND total - 5 THEN
      word := spark_compat.aes_substituted(word, sbox);
      word := mixed[1 + ((word >> 24) & 255)] # mixed[257 + ((word >> 16) & 255)]
        # mixed[513 + ((word >> 8) & 255)] # mixed[769 + (word & 255)];
    END IF;
    backwards[place + 1] := word;
  END LOOP;
  RETURN backwards;
END
$$`,

  // A chain is what the first block is mixed with, each other one with the result before it.
  `CREATE FUNCTION spark_compat.aes_blocks(value bytea, key bytea, inverse boolean, chain bytea DEFAULT NULL) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
DECLARE
  t constant int[] := CASE WHEN inverse THEN spark_compat.aes_table(true) ELSE spark_compat.aes_table(false) END;
  sbox constant bytea := CASE WHEN inverse THEN spark_compat.aes_inverse_sbox() ELSE spark_compat.aes_sbox() END;
  k constant int[] := spark_compat.aes_round_keys(key, inverse);
  last constant int := cardinality(k) - 4;
  second constant int := CASE WHEN inverse THEN 12 ELSE 4 END;
  output int[] := array_fill(0, ARRAY[length(value) / 4]);
  a int; b int; c int; d int; e int; f int; g int; h int;
  a0 int := 0; b0 int := 0; c0 int := 0; d0 int := 0;
BEGIN
  IF chain IS NOT NULL THEN
    a0 := spark_compat.aes_word(chain, 0); b0 := spark_compat.aes_word(chain, 4);
    c0 := spark_compat.aes_word(chain, 8); d0 := spark_compat.aes_word(chain, 12);
  END IF;
  FOR place IN 0..length(value) - 16 BY 16 LOOP
    a := spark_compat.aes_word(value, place) # k[1] # a0;
    b := spark_compat.aes_word(value, place + second) # k[2] # b0;
    c := spark_compat.aes_word(value, place + 8) # k[3] # c0;
    d := spark_compat.aes_word(value, place + 16 - second) # k[4] # d0;
    FOR i IN 4..last - 4 BY 4 LOOP
      e := t[1 + ((a >> 24) & 255)] # t[257 + ((b >> 16) & 255)] # t[513 + ((c >> 8) & 255)] # t[769 + (d & 255)] # k[i + 1];
      f := t[1 + ((b >> 24) & 255)] # t[257 + ((c >> 16) & 255)] # t[513 + ((d >> 8) & 255)] # t[769 + (a & 255)] # k[i + 2];
      g := t[1 + ((c >> 24) & 255)] # t[257 + ((d >> 16) & 255)] # t[513 + ((a >> 8) & 255)] # t[769 + (b & 255)] # k[i + 3];
      h := t[1 + ((d >> 24) & 255)] # t[257 + ((a >> 16) & 255)] # t[513 + ((b >> 8) & 255)] # t[769 + (c & 255)] # k[i + 4];
      a := e; b := f; c := g; d := h;
    END LOOP;
    e := (a & -16777216) | (b & 16711680) | (c & 65280) | (d & 255);
    f := (b & -16777216) | (c & 16711680) | (d & 65280) | (a & 255);
    g := (c & -16777216) | (d & 16711680) | (a & 65280) | (b & 255);
    h := (d & -16777216) | (a & 16711680) | (b & 65280) | (c & 255);
    a := spark_compat.aes_substituted(e, sbox) # k[last + 1];
    b := spark_compat.aes_substituted(f, sbox) # k[last + 2];
    c := spark_compat.aes_substituted(g, sbox) # k[last + 3];
    d := spark_compat.aes_substituted(h, sbox) # k[last + 4];
    output[place / 4 + 1] := a;
    output[(place + second) / 4 + 1] := b;
    output[place / 4 + 3] := c;
    output[(place + 16 - second) / 4 + 1] := d;
    IF chain IS NOT NULL THEN
      a0 := a; b0 := b; c0 := c; d0 := d;
    END IF;
  END LOOP;
  RETURN (SELECT coalesce(string_agg(int4send(word), ''::bytea ORDER BY place), '') FROM unnest(output) WITH ORDINALITY AS w(word, place));
END
$$`,

  // Behind the end of the bytes are zeros.
  `CREATE FUNCTION spark_compat.aes_half_block(bytes bytea, place int) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ('x' || encode(substr(bytes, place + 1, 8), 'hex'))::bit(64)::bigint`,

  `CREATE FUNCTION spark_compat.aes_xor(one bytea, other bytea) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
DECLARE
  output bigint[] := array_fill(0::bigint, ARRAY[(length(one) + 7) / 8]);
BEGIN
  FOR i IN 1..cardinality(output) LOOP
    output[i] := spark_compat.aes_half_block(one, 8 * i - 8) # spark_compat.aes_half_block(other, 8 * i - 8);
  END LOOP;
  RETURN (SELECT substr(coalesce(string_agg(int8send(half), ''::bytea ORDER BY place), ''), 1, length(one))
    FROM unnest(output) WITH ORDINALITY AS h(half, place));
END
$$`,
]
