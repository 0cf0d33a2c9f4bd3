import type { CompatTexts } from './functions.js'

/**
 * Spark's `hash` (Murmur3, 32 bits) and `xxhash64`, value by value with the hash so far as the seed.
 * Source: org.apache.spark.unsafe.hash.Murmur3_x86_32 and XXH64 (4.1); strings as UTF-8, with the
 * bytes behind the last full word mixed one by one.
 */
export const SPARK_HASH_COMPAT: CompatTexts = [
  `CREATE FUNCTION spark_compat.mul32(x bigint, y bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ((x & 65535) * y + ((((x >> 16) * y) & 65535) << 16)) & 4294967295`,

  `CREATE FUNCTION spark_compat.murmur_mix(h bigint, k bigint) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
  mask constant bigint := 4294967295;
  x bigint := spark_compat.mul32(k, 3432918353);
BEGIN
  x := spark_compat.mul32(((x << 15) | (x >> 17)) & mask, 461845907);
  x := h # x;
  x := ((x << 13) | (x >> 19)) & mask;
  RETURN (x * 5 + 3864292196) & mask;
END
$$`,

  `CREATE FUNCTION spark_compat.murmur_end(h bigint, size int) RETURNS int
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
  x bigint := h # size;
BEGIN
  x := spark_compat.mul32(x # (x >> 16), 2246822507);
  x := spark_compat.mul32(x # (x >> 13), 3266489909);
  x := x # (x >> 16);
  RETURN x::bit(32)::int;
END
$$`,

  `CREATE FUNCTION spark_compat.hash(value bytea, seed int) RETURNS int
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
DECLARE
  mask constant bigint := 4294967295;
  h bigint := seed & mask;
  words int := length(value) / 4;
  byte bigint;
BEGIN
  IF value IS NULL THEN
    RETURN seed;
  END IF;
  FOR i IN 0..words - 1 LOOP
    h := spark_compat.murmur_mix(h, get_byte(value, 4 * i) | (get_byte(value, 4 * i + 1)::bigint << 8)
      | (get_byte(value, 4 * i + 2)::bigint << 16) | (get_byte(value, 4 * i + 3)::bigint << 24));
  END LOOP;
  FOR i IN 4 * words..length(value) - 1 LOOP
    byte := get_byte(value, i);
    h := spark_compat.murmur_mix(h, CASE WHEN byte > 127 THEN (byte - 256) & mask ELSE byte END);
  END LOOP;
  RETURN spark_compat.murmur_end(h, length(value));
END
$$`,

  `CREATE FUNCTION spark_compat.hash(value int, seed int) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(spark_compat.murmur_end(spark_compat.murmur_mix(seed & 4294967295, value & 4294967295), 4), seed)`,

  `CREATE FUNCTION spark_compat.hash(value bigint, seed int) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(spark_compat.murmur_end(spark_compat.murmur_mix(spark_compat.murmur_mix(
  seed & 4294967295, value & 4294967295), (value >> 32) & 4294967295), 8), seed)`,

  `CREATE FUNCTION spark_compat.mul64(x bigint, y bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (mod(mod(x::numeric * y, 18446744073709551616) + 27670116110564327424, 18446744073709551616) - 9223372036854775808)::bigint`,

  `CREATE FUNCTION spark_compat.add64(x bigint, y bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (mod(x::numeric + y + 27670116110564327424, 18446744073709551616) - 9223372036854775808)::bigint`,

  `CREATE FUNCTION spark_compat.rotl64(x bigint, places int) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ((x::bit(64) << places) | (x::bit(64) >> (64 - places)))::bigint`,

  `CREATE FUNCTION spark_compat.xx_round(lane bigint, word bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN spark_compat.mul64(spark_compat.rotl64(spark_compat.add64(lane,
  spark_compat.mul64(word, -4417276706812531889)), 31), -7046029288634856825)`,

  `CREATE FUNCTION spark_compat.xx_word(h bigint, word bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN spark_compat.add64(spark_compat.mul64(spark_compat.rotl64(h # spark_compat.xx_round(0, word), 27),
  -7046029288634856825), -8796714831421723037)`,

  `CREATE FUNCTION spark_compat.xx_half_word(h bigint, word bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN spark_compat.add64(spark_compat.mul64(spark_compat.rotl64(h # spark_compat.mul64(word,
  -7046029288634856825), 23), -4417276706812531889), 1609587929392839161)`,

  `CREATE FUNCTION spark_compat.xx_end(h bigint) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
  x bigint := h;
BEGIN
  x := spark_compat.mul64(x # (x::bit(64) >> 33)::bigint, -4417276706812531889);
  x := spark_compat.mul64(x # (x::bit(64) >> 29)::bigint, 1609587929392839161);
  RETURN x # (x::bit(64) >> 32)::bigint;
END
$$`,

  `CREATE FUNCTION spark_compat.word_at(value bytea, place int, size int) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT bit_or(get_byte(value, place + i)::bigint << (8 * i)) FROM generate_series(0, size - 1) AS i)`,

  `CREATE FUNCTION spark_compat.xxhash64(value bytea, seed bigint) RETURNS bigint
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
DECLARE
  size int := length(value);
  at int := 0;
  h bigint;
  lanes bigint[];
BEGIN
  IF value IS NULL THEN
    RETURN seed;
  END IF;
  IF size >= 32 THEN
    lanes := ARRAY[spark_compat.add64(seed, 6983438078262162902), spark_compat.add64(seed, -4417276706812531889),
      seed, spark_compat.add64(seed, 7046029288634856825)];
    WHILE at <= size - 32 LOOP
      FOR i IN 1..4 LOOP
        lanes[i] := spark_compat.xx_round(lanes[i], spark_compat.word_at(value, at, 8));
        at := at + 8;
      END LOOP;
    END LOOP;
    h := spark_compat.add64(spark_compat.add64(spark_compat.rotl64(lanes[1], 1), spark_compat.rotl64(lanes[2], 7)),
      spark_compat.add64(spark_compat.rotl64(lanes[3], 12), spark_compat.rotl64(lanes[4], 18)));
    FOR i IN 1..4 LOOP
      h := spark_compat.add64(spark_compat.mul64(h # spark_compat.xx_round(0, lanes[i]), -7046029288634856825), -8796714831421723037);
    END LOOP;
  ELSE
    h := spark_compat.add64(seed, 2870177450012600261);
  END IF;
  h := spark_compat.add64(h, size);
  WHILE at <= size - 8 LOOP
    h := spark_compat.xx_word(h, spark_compat.word_at(value, at, 8));
    at := at + 8;
  END LOOP;
  IF at <= size - 4 THEN
    h := spark_compat.xx_half_word(h, spark_compat.word_at(value, at, 4));
    at := at + 4;
  END IF;
  WHILE at < size LOOP
    h := spark_compat.mul64(spark_compat.rotl64(h # spark_compat.mul64(get_byte(value, at), 2870177450012600261), 11), -7046029288634856825);
    at := at + 1;
  END LOOP;
  RETURN spark_compat.xx_end(h);
END
$$`,

  `CREATE FUNCTION spark_compat.xxhash64(value int, seed bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(spark_compat.xx_end(spark_compat.xx_half_word(
  spark_compat.add64(seed, 2870177450012600265), value & 4294967295)), seed)`,

  `CREATE FUNCTION spark_compat.xxhash64(value bigint, seed bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(spark_compat.xx_end(spark_compat.xx_word(spark_compat.add64(seed, 2870177450012600269), value)), seed)`,

  ...[
    { name: 'hash', type: 'int' },
    { name: 'xxhash64', type: 'bigint' },
  ].flatMap(({ name, type }) => [
    byValue(name, type, 'text', "convert_to(value, 'UTF8')"),
    byValue(name, type, 'boolean', 'value::int'),
    // A decimal of up to 18 digits, as the whole number of its digits.
    byValue(name, type, 'numeric', 'trunc(value * power(10::numeric, scale(value)))::bigint'),
    byValue(name, type, 'smallint', 'value::int'),
    byValue(name, type, 'date', "value - DATE '1970-01-01'"),
    byValue(name, type, 'timestamptz', '(extract(epoch FROM value) * 1000000)::bigint'),
    byValue(name, type, 'timestamp', '(extract(epoch FROM value) * 1000000)::bigint'),
    byValue(
      name,
      type,
      'real',
      "('x' || encode(float4send(CASE WHEN value = 0 THEN 0 ELSE value END), 'hex'))::bit(32)::int",
    ),
    byValue(
      name,
      type,
      'double precision',
      "('x' || encode(float8send(CASE WHEN value = 0 THEN 0 ELSE value END), 'hex'))::bit(64)::bigint",
    ),
    `CREATE FUNCTION spark_compat.${name}(value anyarray, seed ${type}) RETURNS ${type}
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
DECLARE
  h ${type} := seed;
BEGIN
  FOR i IN 1..coalesce(cardinality(value), 0) LOOP
    h := spark_compat.${name}(value[i], h);
  END LOOP;
  RETURN h;
END
$$`,
  ]),
]

function byValue(name: string, type: string, of: string, as: string): string {
  return `CREATE FUNCTION spark_compat.${name}(value ${of}, seed ${type}) RETURNS ${type}
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN spark_compat.${name}(${as}, seed)`
}
