import { POSTGRES_NAME_BYTES, utf8Bytes } from '../names/identifiers.js'
import { shortHash } from '../names/short-hash.js'
import type { IndexSpec } from '../spec/post-sync-spec.js'

const SUFFIX_BYTES = 9

/**
 * The name says what is indexed, and its hash says it exactly: an index of this name is this index, so
 * that IF NOT EXISTS never takes another one for it.
 */
export function indexName(schema: string, table: string, { columns, unique }: IndexSpec): string {
  const hash = shortHash(JSON.stringify([schema, table, columns, unique]))
  const words = [table, ...columns, unique ? 'key' : 'idx'].join('_')
  return `${cut(words, POSTGRES_NAME_BYTES - SUFFIX_BYTES)}_${hash}`
}

/** The longest beginning of at most so many bytes that ends between characters. */
function cut(text: string, bytes: number): string {
  let kept = ''
  let length = 0
  for (const character of text) {
    length += utf8Bytes(character)
    if (length > bytes) return kept
    kept += character
  }
  return kept
}
