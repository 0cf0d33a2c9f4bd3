import { AES_TABLES } from './aes-tables.js'
import type { CompatTexts } from './functions.js'

/** AES (FIPS 197) in the modes ECB, CBC and GCM (NIST SP 800-38A, 800-38D), laid out as Spark does. */
export const AES_COMPAT: CompatTexts = [
  `CREATE FUNCTION spark_compat.aes_keys(key bytea) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
  table_s constant bytea := '\\x${AES_TABLES.substitution}';
  size int := length(key) / 4;
  keys bytea := key;
  word bytea;
  constant_of_round int := 1;
BEGIN
  IF length(key) NOT IN (16, 24, 32) THEN
    RAISE invalid_parameter_value USING MESSAGE = format('a key of 16, 24 or 32 bytes is expected, found %s', length(key));
  END IF;
  FOR i IN size..4 * (size + 7) - 1 LOOP
    word := substr(keys, 4 * i - 3, 4);
    IF i % size = 0 THEN
      word := substr(word, 2, 3) || substr(word, 1, 1);
    END IF;
    IF i % size = 0 OR (size > 6 AND i % size = 4) THEN
      FOR j IN 0..3 LOOP
        word := set_byte(word, j, get_byte(table_s, get_byte(word, j)));
      END LOOP;
    END IF;
    IF i % size = 0 THEN
      word := set_byte(word, 0, get_byte(word, 0) # constant_of_round);
      constant_of_round := CASE WHEN constant_of_round < 128 THEN constant_of_round * 2 ELSE 27 END;
    END IF;
    FOR j IN 0..3 LOOP
      word := set_byte(word, j, get_byte(word, j) # get_byte(keys, 4 * (i - size) + j));
    END LOOP;
    keys := keys || word;
  END LOOP;
  RETURN keys;
END
$$`,

  `CREATE FUNCTION spark_compat.xor_bytes(one bytea, other bytea) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
BEGIN
  FOR i IN 0..least(length(one), length(other)) - 1 LOOP
    one := set_byte(one, i, get_byte(one, i) # get_byte(other, i));
  END LOOP;
  RETURN one;
END
$$`,

  `CREATE FUNCTION spark_compat.aes_block(block bytea, keys bytea) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
  table_s constant bytea := '\\x${AES_TABLES.substitution}';
  times2 constant bytea := '\\x${AES_TABLES.times2}';
  times3 constant bytea := '\\x${AES_TABLES.times3}';
  rounds int := length(keys) / 16 - 1;
  state bytea := spark_compat.xor_bytes(block, keys);
  next bytea := block;
  a int; b int; c int; d int;
BEGIN
  FOR turn IN 1..rounds LOOP
    FOR col IN 0..3 LOOP
      a := get_byte(table_s, get_byte(state, 4 * col));
      b := get_byte(table_s, get_byte(state, (4 * col + 5) % 16));
      c := get_byte(table_s, get_byte(state, (4 * col + 10) % 16));
      d := get_byte(table_s, get_byte(state, (4 * col + 15) % 16));
      IF turn = rounds THEN
        next := set_byte(set_byte(set_byte(set_byte(next, 4 * col, a), 4 * col + 1, b), 4 * col + 2, c), 4 * col + 3, d);
      ELSE
        next := set_byte(set_byte(set_byte(set_byte(next,
          4 * col, get_byte(times2, a) # get_byte(times3, b) # c # d),
          4 * col + 1, a # get_byte(times2, b) # get_byte(times3, c) # d),
          4 * col + 2, a # b # get_byte(times2, c) # get_byte(times3, d)),
          4 * col + 3, get_byte(times3, a) # b # c # get_byte(times2, d));
      END IF;
    END LOOP;
    state := spark_compat.xor_bytes(next, substr(keys, 16 * turn + 1, 16));
  END LOOP;
  RETURN state;
END
$$`,

  `CREATE FUNCTION spark_compat.aes_unblock(block bytea, keys bytea) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
  table_i constant bytea := '\\x${AES_TABLES.inverse}';
  times9 constant bytea := '\\x${AES_TABLES.times9}';
  times11 constant bytea := '\\x${AES_TABLES.times11}';
  times13 constant bytea := '\\x${AES_TABLES.times13}';
  times14 constant bytea := '\\x${AES_TABLES.times14}';
  rounds int := length(keys) / 16 - 1;
  state bytea := spark_compat.xor_bytes(block, substr(keys, 16 * rounds + 1, 16));
  next bytea := block;
  a int; b int; c int; d int;
BEGIN
  FOR turn IN REVERSE rounds - 1..0 LOOP
    FOR i IN 0..15 LOOP
      next := set_byte(next, i, get_byte(table_i, get_byte(state, (i + 16 - 4 * (i % 4)) % 16)));
    END LOOP;
    state := spark_compat.xor_bytes(next, substr(keys, 16 * turn + 1, 16));
    CONTINUE WHEN turn = 0;
    FOR col IN 0..3 LOOP
      a := get_byte(state, 4 * col); b := get_byte(state, 4 * col + 1);
      c := get_byte(state, 4 * col + 2); d := get_byte(state, 4 * col + 3);
      state := set_byte(set_byte(set_byte(set_byte(state,
        4 * col, get_byte(times14, a) # get_byte(times11, b) # get_byte(times13, c) # get_byte(times9, d)),
        4 * col + 1, get_byte(times9, a) # get_byte(times14, b) # get_byte(times11, c) # get_byte(times13, d)),
        4 * col + 2, get_byte(times13, a) # get_byte(times9, b) # get_byte(times14, c) # get_byte(times11, d)),
        4 * col + 3, get_byte(times11, a) # get_byte(times13, b) # get_byte(times9, c) # get_byte(times14, d));
    END LOOP;
  END LOOP;
  RETURN state;
END
$$`,

  `CREATE FUNCTION spark_compat.aes_counted(data bytea, keys bytea, iv bytea) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
  result bytea := '';
BEGIN
  FOR i IN 0..(length(data) + 15) / 16 - 1 LOOP
    result := result || spark_compat.xor_bytes(substr(data, 16 * i + 1, 16), spark_compat.aes_block(iv || int4send(i + 2), keys));
  END LOOP;
  RETURN result;
END
$$`,

  `CREATE FUNCTION spark_compat.aes_tag(data bytea, keys bytea, iv bytea, aad bytea) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
  field constant bit(128) := B'11100001'::bit(128);
  h bit(128) := ('x' || encode(spark_compat.aes_block(decode(repeat('00', 16), 'hex'), keys), 'hex'))::bit(128);
  input bytea := aad || decode(repeat('00', (16 - length(aad) % 16) % 16), 'hex') || data
    || decode(repeat('00', (16 - length(data) % 16) % 16), 'hex') || int8send(8 * length(aad)) || int8send(8 * length(data));
  y bit(128) := 0::bit(128);
  z bit(128);
  v bit(128);
BEGIN
  FOR i IN 0..length(input) / 16 - 1 LOOP
    y := y # ('x' || encode(substr(input, 16 * i + 1, 16), 'hex'))::bit(128);
    z := 0::bit(128);
    v := h;
    FOR j IN 0..127 LOOP
      IF get_bit(y, j) = 1 THEN
        z := z # v;
      END IF;
      v := CASE WHEN get_bit(v, 127) = 1 THEN (v >> 1) # field ELSE v >> 1 END;
    END LOOP;
    y := z;
  END LOOP;
  RETURN spark_compat.xor_bytes(int8send(substring(y FROM 1 FOR 64)::bigint) || int8send(substring(y FROM 65)::bigint),
    spark_compat.aes_block(iv || int4send(1), keys));
END
$$`,

  `CREATE FUNCTION spark_compat.aes_encrypt(data bytea, key bytea, mode text, iv bytea, aad bytea) RETURNS bytea
LANGUAGE plpgsql VOLATILE STRICT PARALLEL SAFE
AS $$
DECLARE
  keys bytea := spark_compat.aes_keys(key);
  start_size int := CASE mode WHEN 'GCM' THEN 12 WHEN 'CBC' THEN 16 ELSE 0 END;
  start bytea := CASE WHEN iv <> '' THEN iv ELSE substr(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 1, start_size) END;
  padding int := 16 - length(data) % 16;
  result bytea := '';
  last bytea := start;
BEGIN
  IF length(start) <> start_size THEN
    RAISE invalid_parameter_value USING MESSAGE = format('an initialization vector of %s bytes is expected, found %s', start_size, length(start));
  END IF;
  IF mode = 'GCM' THEN
    result := spark_compat.aes_counted(data, keys, start);
    RETURN start || result || spark_compat.aes_tag(result, keys, start, aad);
  END IF;
  data := data || decode(repeat(lpad(to_hex(padding), 2, '0'), padding), 'hex');
  FOR i IN 0..length(data) / 16 - 1 LOOP
    last := spark_compat.aes_block(spark_compat.xor_bytes(substr(data, 16 * i + 1, 16), last), keys);
    result := result || last;
    last := CASE WHEN mode = 'CBC' THEN last ELSE ''::bytea END;
  END LOOP;
  RETURN start || result;
END
$$`,

  `CREATE FUNCTION spark_compat.aes_decrypt(data bytea, key bytea, mode text, aad bytea) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
  keys bytea := spark_compat.aes_keys(key);
  start bytea := substr(data, 1, CASE mode WHEN 'GCM' THEN 12 WHEN 'CBC' THEN 16 ELSE 0 END);
  body bytea := substr(data, length(start) + 1);
  last bytea := start;
  result bytea := '';
  padding int;
BEGIN
  IF mode = 'GCM' THEN
    body := substr(body, 1, greatest(length(body) - 16, 0));
    IF length(data) < 28 OR spark_compat.aes_tag(body, keys, start, aad) <> substr(data, length(data) - 15) THEN
      RAISE invalid_parameter_value USING MESSAGE = 'the data does not belong to this key';
    END IF;
    RETURN spark_compat.aes_counted(body, keys, start);
  END IF;
  IF body = '' OR length(body) % 16 <> 0 THEN
    RAISE invalid_parameter_value USING MESSAGE = 'the data has no whole blocks of 16 bytes';
  END IF;
  FOR i IN 0..length(body) / 16 - 1 LOOP
    result := result || spark_compat.xor_bytes(spark_compat.aes_unblock(substr(body, 16 * i + 1, 16), keys), last);
    last := CASE WHEN mode = 'CBC' THEN substr(body, 16 * i + 1, 16) ELSE ''::bytea END;
  END LOOP;
  padding := get_byte(result, length(result) - 1);
  IF padding NOT BETWEEN 1 AND 16 OR substr(result, length(result) - padding + 1) <> decode(repeat(lpad(to_hex(padding), 2, '0'), padding), 'hex') THEN
    RAISE invalid_parameter_value USING MESSAGE = 'the data does not belong to this key';
  END IF;
  RETURN substr(result, 1, length(result) - padding);
END
$$`,

  `CREATE FUNCTION spark_compat.try_aes_decrypt(data bytea, key bytea, mode text, aad bytea) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
BEGIN
  RETURN spark_compat.aes_decrypt(data, key, mode, aad);
EXCEPTION WHEN invalid_parameter_value THEN
  RETURN NULL;
END
$$`,
]
