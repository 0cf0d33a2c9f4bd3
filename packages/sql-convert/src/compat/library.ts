import { AES_COMPAT } from './aes.js'
import { AES_CIPHER_COMPAT } from './aes-cipher.js'
import { AES_GCM_COMPAT } from './aes-gcm.js'
import { AGGREGATE_COMPAT } from './aggregate.js'
import { ARRAY_COMPAT } from './array.js'
import { CONVERSION_COMPAT } from './conversion.js'
import { CSV_COMPAT } from './csv.js'
import { DATETIME_COMPAT } from './datetime.js'
import { DATETIME_TEXT_COMPAT } from './datetime-text.js'
import { ENCODE_COMPAT } from './encode.js'
import { FORMAT_COMPAT } from './format.js'
import { FREQUENT_COMPAT } from './frequent.js'
import { HASH_COMPAT } from './hash.js'
import { INTEGER_COMPAT } from './integer.js'
import { JSON_COMPAT } from './json.js'
import { JSON_ARRAY_COMPAT } from './json-array.js'
import { JSON_AS_COMPAT } from './json-as.js'
import { JSON_VALUE_COMPAT } from './json-value.js'
import { MAP_COMPAT } from './map.js'
import { MATH_COMPAT } from './math.js'
import { mentionedFunctions } from './mentioned-functions.js'
import { MISC_COMPAT } from './misc.js'
import { REGEXP_COMPAT } from './regexp.js'
import { SEQUENCE_COMPAT } from './sequence.js'
import { SPARK_HASH_COMPAT } from './spark-hash.js'
import { STRING_COMPAT } from './string.js'
import { TRY_ARITHMETIC_COMPAT } from './try-arithmetic.js'
import { URL_COMPAT } from './url.js'
import { UTF8_COMPAT } from './utf8.js'
import { VARIANT_COMPAT } from './variant.js'
import { VECTOR_COMPAT } from './vector.js'
import { XML_COMPAT } from './xml.js'

/** Every function of spark_compat, by family. */
const FAMILIES = [
  AES_CIPHER_COMPAT,
  AES_COMPAT,
  AES_GCM_COMPAT,
  AGGREGATE_COMPAT,
  ARRAY_COMPAT,
  CONVERSION_COMPAT,
  CSV_COMPAT,
  DATETIME_COMPAT,
  DATETIME_TEXT_COMPAT,
  ENCODE_COMPAT,
  FORMAT_COMPAT,
  FREQUENT_COMPAT,
  HASH_COMPAT,
  INTEGER_COMPAT,
  JSON_ARRAY_COMPAT,
  JSON_AS_COMPAT,
  JSON_COMPAT,
  JSON_VALUE_COMPAT,
  MAP_COMPAT,
  MATH_COMPAT,
  MISC_COMPAT,
  REGEXP_COMPAT,
  SEQUENCE_COMPAT,
  SPARK_HASH_COMPAT,
  STRING_COMPAT,
  TRY_ARITHMETIC_COMPAT,
  URL_COMPAT,
  UTF8_COMPAT,
  VARIANT_COMPAT,
  VECTOR_COMPAT,
  XML_COMPAT,
]

interface Entry {
  readonly texts: readonly string[]
  /** Other functions that its bodies call. */
  readonly needs: readonly string[]
}

let index: ReadonlyMap<string, Entry> | undefined

/**
 * The script that creates these functions of `spark_compat`, and those that they call; empty when there
 * is none. It needs the right to create a schema, no extension and no superuser.
 *
 * @param names as `compatFunctions` of a conversion; all functions where they are missing.
 */
export function sparkCompatSql(names: readonly string[] = allCompatNames()): string {
  if (names.length === 0) return ''
  index ??= indexed()
  const needed = new Set<string>()
  for (const name of names) collect(index, name, needed)
  const known = index
  const texts = [...needed].flatMap((name) => known.get(name)?.texts ?? [])
  const created = texts.map((text) => `${text.replace(/^CREATE /, 'CREATE OR REPLACE ')};\n`)
  return `CREATE SCHEMA IF NOT EXISTS spark_compat;\n\n${created.join('\n')}`
}

/** Each after those that it needs. */
function allCompatNames(): readonly string[] {
  index ??= indexed()
  const found = new Set<string>()
  for (const name of index.keys()) collect(index, name, found)
  return [...found]
}

function collect(known: ReadonlyMap<string, Entry>, name: string, found: Set<string>): void {
  const entry = known.get(name)
  if (!entry || found.has(name)) return
  for (const need of entry.needs) if (need !== name) collect(known, need, found)
  found.add(name)
}

function indexed(): ReadonlyMap<string, Entry> {
  const all = new Map<string, string[]>()
  for (const text of FAMILIES.flat()) {
    const [, name = ''] = /^CREATE (?:FUNCTION|AGGREGATE) spark_compat\.(\w+)/.exec(text) ?? []
    if (name === '') throw new Error(`not a function of spark_compat: ${text.slice(0, 60)}`)
    all.set(name, [...(all.get(name) ?? []), text])
  }
  return new Map(
    [...all].map(([name, texts]) => [name, { texts, needs: mentionedFunctions(texts.join('\n')) }]),
  )
}
