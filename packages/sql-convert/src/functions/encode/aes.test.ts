import { expect, test } from 'vitest'
import { createConverter } from '../../convert/create-converter.js'

function converted(call: string) {
  const { statements } = createConverter().convert(`SELECT ${call} AS x FROM secrets`)
  return statements[0]
}

function notes(call: string): readonly string[] {
  return (converted(call)?.diagnostics ?? []).map(({ message }) => message)
}

test.each([
  { call: "aes_encrypt('a', 'key')", isRandom: true },
  { call: "aes_encrypt('a', 'key', 'CBC', 'DEFAULT', '')", isRandom: true },
  { call: "aes_encrypt('a', 'key', 'CBC', 'DEFAULT', iv)", isRandom: false },
  { call: "aes_encrypt('a', 'key', 'ecb')", isRandom: false },
  { call: "aes_decrypt(sealed, 'key')", isRandom: false },
  { call: "try_aes_decrypt(sealed, 'key')", isRandom: false },
])('$call says that it is slow, and $isRandom: that it is random', ({ call, isRandom }) => {
  expect(notes(call)).toContainEqual(expect.stringContaining('better decrypt in Databricks'))
  expect(notes(call).some((note) => note.includes('draws one'))).toBe(isRandom)
})

test('the mode and the padding may be columns', () => {
  expect(converted('aes_decrypt(sealed, key, mode, padding, aad)')).toMatchObject({
    status: 'converted',
    compatFunctions: ['aes_decrypt', 'to_binary', 'to_string'],
  })
})

test('a number is no binary, as in Spark', () => {
  expect(converted("aes_encrypt(5, 'key')")).toMatchObject({ status: 'unsupported' })
})

test('a value that is needed twice is decrypted once', () => {
  const [sql = ''] = converted("levenshtein(cast(aes_decrypt(s, 'k') AS STRING), 'x')")?.sql ?? []
  expect(sql.match(/aes_decrypt/g)).toHaveLength(1)
})
