import { createCipheriv, createDecipheriv } from 'node:crypto'
import { startPostgres } from '@lakebase/local-postgres'
import fc from 'fast-check'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sparkCompatSql } from './library.js'

const MODES = ['CBC', 'ECB', 'GCM'] as const
type Mode = (typeof MODES)[number]

let server: Awaited<ReturnType<typeof startPostgres>>
let sql: postgres.Sql

beforeAll(async () => {
  server = await startPostgres()
  sql = postgres(await server.createDatabase(), { max: 1, onnotice: () => undefined })
  await sql.unsafe(sparkCompatSql(['aes_encrypt', 'aes_decrypt', 'try_aes_decrypt'])).simple()
})

afterAll(async () => {
  await sql.end()
  await server.stop()
})

describe.each(MODES)('%s', (mode) => {
  test.each([16, 24, 32])(
    'with a key of %i bytes encrypts and decrypts values of 0 to 33 bytes as OpenSSL does',
    async (keySize) => {
      const key = bytes(keySize, keySize)
      for (let size = 0; size <= 33; size += 1) {
        const value = bytes(size, size + 3)
        const iv = bytes(vectorSize(mode), size + 5)
        const aad = mode === 'GCM' ? bytes(size % 40, size + 7) : NOTHING
        const sealed = encrypted(mode, value, key, iv, aad)
        expect(await encrypt(mode, value, key, iv, aad)).toEqual(sealed)
        expect(await decrypt(mode, sealed, key, aad)).toEqual(value)
      }
    },
  )

  test('encrypts any value with any key as OpenSSL does, and decrypts it', async () => {
    const size = vectorSize(mode)
    const anyKey = fc.constantFrom(16, 24, 32).chain((length) => someBytes(length, length))
    const anyAad = mode === 'GCM' ? someBytes(0, 50) : fc.constant(NOTHING)
    await fc.assert(
      fc.asyncProperty(
        someBytes(0, 600),
        anyKey,
        someBytes(size, size),
        anyAad,
        async (value, key, iv, aad) => {
          const sealed = encrypted(mode, value, key, iv, aad)
          expect(await encrypt(mode, value, key, iv, aad)).toEqual(sealed)
          expect(await decrypt(mode, sealed, key, aad)).toEqual(value)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('draws a vector where none is given, one that OpenSSL can decrypt with', async () => {
    const key = bytes(32, 1)
    const value = bytes(33, 2)
    const sealed = await encrypt(mode, value, key, NOTHING, NOTHING)
    const iv = sealed.subarray(0, vectorSize(mode))
    expect(sealed).toEqual(encrypted(mode, value, key, iv, NOTHING))
    expect(opened(mode, sealed, key)).toEqual(value)
  })

  test('gives NULL, and aes_decrypt an error without the value, for what is cut short or has another key', async () => {
    const key = bytes(16, 1)
    const sealed = encrypted(mode, bytes(20, 2), key, bytes(vectorSize(mode), 3), NOTHING)
    for (const [value, otherKey] of [
      [sealed, bytes(16, 9)],
      [sealed.subarray(0, -1), key],
      [sealed.subarray(0, 15), key],
    ] as const) {
      expect(await tryDecrypt(mode, value, otherKey)).toBeNull()
      await expect(decrypt(mode, value, otherKey, NOTHING)).rejects.toMatchObject({
        code: '22023',
        message: 'aes_decrypt: the value was not encrypted in this way, or it was changed',
      })
    }
  })
})

test('GCM takes no value in which one bit was changed, and no other additional data', async () => {
  const key = bytes(24, 1)
  const sealed = encrypted('GCM', bytes(9, 2), key, bytes(12, 3), bytes(5, 4))
  for (let bit = 0; bit < 8 * sealed.length; bit += 1) {
    const changed = Buffer.from(sealed)
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(await tryDecrypt('GCM', changed, key, bytes(5, 4))).toBeNull()
  }
  expect(await tryDecrypt('GCM', sealed, key, bytes(5, 5))).toBeNull()
  expect(await tryDecrypt('GCM', sealed, key)).toBeNull()
  expect(await tryDecrypt('GCM', sealed, key, bytes(5, 4))).toEqual(bytes(9, 2))
})

test.each([
  { ending: '01', size: 15 },
  { ending: '0202', size: 14 },
  { ending: '10'.repeat(16), size: 0 },
  { ending: '00', size: undefined },
  { ending: '11', size: undefined },
  { ending: '0102', size: undefined },
  { ending: `0f${'10'.repeat(15)}`, size: undefined },
])('a last block that ends in $ending leaves $size of its bytes', async ({ ending, size }) => {
  const key = bytes(16, 1)
  const block = Buffer.from(ending.padStart(32, 'a'), 'hex')
  const cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false)
  const sealed = Buffer.concat([cipher.update(block), cipher.final()])
  const expected = size === undefined ? null : block.subarray(0, size)
  expect(await tryDecrypt('ECB', sealed, key)).toEqual(expected)
})

test('every row has a vector of its own', async () => {
  const [row] = await sql`
    SELECT count(DISTINCT substr(spark_compat.aes_encrypt('x', ${bytes(16, 1)}), 1, 12))::int AS vectors
    FROM generate_series(1, 200)`
  expect(row).toEqual({ vectors: 200 })
})

test.each(MODES)('%s of a value that is stored compressed is right too', async (mode) => {
  const key = bytes(32, 1)
  const iv = bytes(vectorSize(mode), 3)
  const value = Buffer.alloc(40_000, 'lakebase')
  const sealed = encrypted(mode, value, key, iv, NOTHING)
  await sql`DROP TABLE IF EXISTS stored`
  await sql`CREATE TABLE stored AS SELECT ${value}::bytea AS plain, ${sealed}::bytea AS sealed`
  const [row] = await sql`
    SELECT pg_column_compression(plain) AS compression,
      spark_compat.aes_decrypt(sealed, ${key}, ${mode}) = plain AS opens,
      spark_compat.aes_encrypt(plain, ${key}, ${mode}, 'DEFAULT', ${iv}) = sealed AS seals
    FROM stored`
  expect(row).toEqual({ compression: 'pglz', opens: true, seals: true })
})

test.each([
  ["aes_encrypt('x', '1234567890abcdef', 'DEFAULT')", '0A000'],
  ["aes_encrypt('x', '1234567890abcdef', 'CBC', 'NONE')", '0A000'],
  ["aes_encrypt('x', '1234567890abcdef', 'GCM', 'PKCS')", '0A000'],
  ["aes_encrypt('x', '1234567890abcdef', 'CBC', 'PKCS', '', 'aad')", '0A000'],
  ["aes_encrypt('x', '1234567890abcdef', 'ECB', 'PKCS', '', 'aad')", '0A000'],
  ["aes_encrypt('x', '1234567890abcdef', 'ECB', 'PKCS', 'iv')", '22023'],
  ["aes_encrypt('x', '1234567890abcdef', 'GCM', 'NONE', '1234567890abcdef')", '22023'],
  ["aes_encrypt('x', 'short')", '22023'],
  ["aes_decrypt('x', 'short')", '22023'],
  ["aes_decrypt('x', '1234567890abcdef', 'XYZ')", '0A000'],
  ["aes_decrypt('1234567890abcdef', '1234567890abcdef', 'CBC', 'PKCS', 'aad')", '0A000'],
])('%s is an error %s', async (call, code) => {
  await expect(sql.unsafe(`SELECT spark_compat.${call}`)).rejects.toMatchObject({ code })
})

test.each([
  ["try_aes_decrypt('x', 'short')", null],
  ["try_aes_decrypt('1234567890abcdef', '1234567890abcdef', 'XYZ')", null],
  ["try_aes_decrypt('', '1234567890abcdef', 'CBC')", null],
  ["try_aes_decrypt('1234567890abcdef', '1234567890abcdef', 'CBC', 'PKCS', 'aad')", null],
  ["try_aes_decrypt('', '1234567890abcdef', 'ECB')", ''],
  ["aes_decrypt('1234567890abcdef', '1234567890abcdef', 'cbc')", ''],
  ["aes_encrypt(NULL, 'short')", null],
  ["aes_encrypt('x', '1234567890abcdef', NULL)", null],
])('%s is %s, as Spark has it', async (call, text) => {
  const [row] = await sql.unsafe(`SELECT spark_compat.${call} AS value`)
  expect(row).toEqual({ value: text === null ? null : Buffer.from(text) })
})

const NOTHING: Buffer = Buffer.alloc(0)

/** Bytes without a pattern of AES's own, the same at each run. */
function bytes(size: number, seed: number): Buffer {
  return Buffer.from(Array.from({ length: size }, (_, i) => (seed * 89 + i * i * 31 + i * 7) & 255))
}

function someBytes(minLength: number, maxLength: number): fc.Arbitrary<Buffer> {
  return fc.uint8Array({ minLength, maxLength }).map((array) => Buffer.from(array))
}

function vectorSize(mode: Mode): number {
  return { CBC: 16, ECB: 0, GCM: 12 }[mode]
}

function encrypted(mode: Mode, value: Buffer, key: Buffer, iv: Buffer, aad: Buffer): Buffer {
  const bits = 8 * key.length
  if (mode === 'GCM') {
    const cipher = createCipheriv(
      bits === 128 ? 'aes-128-gcm' : bits === 192 ? 'aes-192-gcm' : 'aes-256-gcm',
      key,
      iv,
    )
    cipher.setAAD(aad)
    return Buffer.concat([iv, cipher.update(value), cipher.final(), cipher.getAuthTag()])
  }
  const cipher = createCipheriv(
    `aes-${bits}-${mode.toLowerCase()}`,
    key,
    mode === 'ECB' ? null : iv,
  )
  return Buffer.concat([iv, cipher.update(value), cipher.final()])
}

function opened(mode: Mode, sealed: Buffer, key: Buffer): Buffer {
  const size = vectorSize(mode)
  if (mode === 'GCM') {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, size))
    decipher.setAuthTag(sealed.subarray(-16))
    return Buffer.concat([decipher.update(sealed.subarray(size, -16)), decipher.final()])
  }
  const decipher = createDecipheriv(
    `aes-256-${mode.toLowerCase()}`,
    key,
    mode === 'ECB' ? null : sealed.subarray(0, size),
  )
  return Buffer.concat([decipher.update(sealed.subarray(size)), decipher.final()])
}

async function encrypt(mode: Mode, value: Buffer, key: Buffer, iv: Buffer, aad: Buffer) {
  const [row] = await sql<{ value: Buffer }[]>`
    SELECT spark_compat.aes_encrypt(${value}, ${key}, ${mode}, 'DEFAULT', ${iv}, ${aad}) AS value`
  return row?.value ?? NOTHING
}

async function decrypt(mode: Mode, value: Buffer, key: Buffer, aad: Buffer) {
  const [row] = await sql<{ value: Buffer }[]>`
    SELECT spark_compat.aes_decrypt(${value}, ${key}, ${mode}, 'DEFAULT', ${aad}) AS value`
  return row?.value
}

async function tryDecrypt(mode: Mode, value: Buffer, key: Buffer, aad: Buffer = NOTHING) {
  const [row] = await sql<{ value: Buffer | null }[]>`
    SELECT spark_compat.try_aes_decrypt(${value}, ${key}, ${mode}, 'DEFAULT', ${aad}) AS value`
  return row?.value
}
