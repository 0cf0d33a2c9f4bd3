import type { CompatTexts } from './functions.js'

/**
 * Encryption as Spark's: the initialization vector stands in front of what is encrypted, the tag of GCM
 * behind it. An empty vector means a random one, empty additional data none. Messages never show a value.
 */
export const AES_COMPAT: CompatTexts = [
  `CREATE FUNCTION spark_compat.aes_mode(mode text, padding text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN upper(mode) = 'GCM' AND upper(padding) IN ('DEFAULT', 'NONE') THEN 'GCM'
  WHEN upper(mode) IN ('CBC', 'ECB') AND upper(padding) IN ('DEFAULT', 'PKCS') THEN upper(mode) END`,

  `CREATE FUNCTION spark_compat.aes_checked_mode(key bytea, mode text, padding text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
DECLARE
  known constant text := spark_compat.aes_mode(mode, padding);
BEGIN
  IF length(key) NOT IN (16, 24, 32) THEN
    RAISE invalid_parameter_value USING MESSAGE = format('a key of AES has 16, 24 or 32 bytes, this one %s', length(key));
  ELSIF known IS NULL THEN
    RAISE feature_not_supported USING MESSAGE = 'a mode of AES is GCM (padding NONE), CBC or ECB (padding PKCS), its padding that or DEFAULT';
  END IF;
  RETURN known;
END
$$`,

  // Bytes of pg_strong_random: 122 of the bits of each UUID.
  `CREATE FUNCTION spark_compat.aes_random(size int) RETURNS bytea
LANGUAGE sql VOLATILE PARALLEL SAFE
RETURN substr(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 1, size)`,

  `CREATE FUNCTION spark_compat.aes_padded(value bytea) RETURNS bytea
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN value || decode(repeat(lpad(to_hex(16 - length(value) % 16), 2, '0'), 16 - length(value) % 16), 'hex')`,

  // NULL where it does not end in a padding.
  `CREATE FUNCTION spark_compat.aes_unpadded(value bytea) RETURNS bytea
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
AS $$
DECLARE
  padding constant int := get_byte(value, length(value) - 1);
  unpadded constant bytea := substr(value, 1, length(value) - least(padding, 16));
BEGIN
  RETURN CASE WHEN spark_compat.aes_padded(unpadded) = value THEN unpadded END;
END
$$`,

  `CREATE FUNCTION spark_compat.aes_encrypt(value bytea, key bytea, mode text DEFAULT 'GCM', padding text DEFAULT 'DEFAULT', iv bytea DEFAULT '', aad bytea DEFAULT '') RETURNS bytea
LANGUAGE plpgsql VOLATILE STRICT PARALLEL SAFE
AS $$
DECLARE
  known constant text := spark_compat.aes_checked_mode(key, mode, padding);
  vector_size constant int := CASE known WHEN 'GCM' THEN 12 WHEN 'CBC' THEN 16 ELSE 0 END;
  vector constant bytea := CASE WHEN iv = '' THEN spark_compat.aes_random(vector_size) ELSE iv END;
  plain constant bytea := value || ''::bytea; -- not compressed any more
BEGIN
  IF known <> 'GCM' AND aad <> '' THEN
    RAISE feature_not_supported USING MESSAGE = 'additional authenticated data needs the mode GCM';
  ELSIF length(vector) <> vector_size THEN
    RAISE invalid_parameter_value USING MESSAGE = format('the initialization vector of %s has %s bytes, this one %s', known, vector_size, length(iv));
  END IF;
  RETURN CASE known
    WHEN 'GCM' THEN spark_compat.aes_gcm_encrypted(plain, key, vector, aad)
    WHEN 'CBC' THEN vector || spark_compat.aes_blocks(spark_compat.aes_padded(plain), key, false, vector)
    ELSE spark_compat.aes_blocks(spark_compat.aes_padded(plain), key, false) END;
END
$$`,

  // NULL where it cannot be decrypted, for whatever reason.
  `CREATE FUNCTION spark_compat.try_aes_decrypt(value bytea, key bytea, mode text DEFAULT 'GCM', padding text DEFAULT 'DEFAULT', aad bytea DEFAULT '') RETURNS bytea
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
  known constant text := spark_compat.aes_mode(mode, padding);
  sealed constant bytea := value || ''::bytea; -- not compressed any more
  size constant int := length(value);
  vector_size constant int := CASE known WHEN 'CBC' THEN 16 ELSE 0 END;
BEGIN
  IF known IS NULL OR length(key) NOT IN (16, 24, 32) THEN
    RETURN NULL;
  ELSIF known = 'GCM' THEN
    RETURN CASE WHEN size >= 28 THEN spark_compat.aes_gcm_decrypted(sealed, key, aad) END;
  ELSIF size % 16 <> 0 OR size < vector_size OR (known = 'CBC' AND aad <> '') THEN
    RETURN NULL;
  ELSIF size = vector_size THEN
    RETURN '';
  ELSIF known = 'CBC' THEN
    RETURN spark_compat.aes_unpadded(spark_compat.aes_xor(spark_compat.aes_blocks(substr(sealed, 17), key, true), sealed));
  END IF;
  RETURN spark_compat.aes_unpadded(spark_compat.aes_blocks(sealed, key, true));
END
$$`,

  `CREATE FUNCTION spark_compat.aes_decrypt(value bytea, key bytea, mode text DEFAULT 'GCM', padding text DEFAULT 'DEFAULT', aad bytea DEFAULT '') RETURNS bytea
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$
DECLARE
  known constant text := spark_compat.aes_checked_mode(key, mode, padding);
  decrypted constant bytea := spark_compat.try_aes_decrypt(value, key, known, 'DEFAULT', aad);
BEGIN
  IF known = 'CBC' AND aad <> '' THEN
    RAISE feature_not_supported USING MESSAGE = 'additional authenticated data needs the mode GCM';
  ELSIF decrypted IS NULL THEN
    RAISE invalid_parameter_value USING MESSAGE = 'aes_decrypt: the value was not encrypted in this way, or it was changed';
  END IF;
  RETURN decrypted;
END
$$`,
]
