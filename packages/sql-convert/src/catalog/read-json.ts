import type { Span } from '../source/span.js'
import { SchemaError } from './schema-error.js'

/** A value of JSON with its place. */
export type JsonValue = Span &
  (
    | { readonly kind: 'array'; readonly items: readonly JsonValue[] }
    | { readonly kind: 'object'; readonly entries: ReadonlyMap<string, JsonValue> }
    | { readonly kind: 'scalar'; readonly value: boolean | number | string | null }
  )

const TOKEN = /\s*("(?:[^"\\\n]|\\.)*"|-?\d[\d.eE+-]*|true\b|false\b|null\b|[[\]{},:])/y

/**
 * Reads JSON and keeps the place of each value, which `JSON.parse` does not.
 *
 * @throws SchemaError
 */
export function readJson(text: string): JsonValue {
  const reader = readerOf(text)
  const value = readValue(reader)
  if (reader.rest() !== '') reader.fail('the end')
  return value
}

type Reader = ReturnType<typeof readerOf>

function readerOf(text: string) {
  let at = 0
  const peek = () => {
    TOKEN.lastIndex = at
    return TOKEN.exec(text)?.[1]
  }
  const fail = (expected: string): never => {
    const start = at + text.slice(at).search(/\S|$/)
    const found = text.slice(start).match(/^(?:\w+|.)/)?.[0] ?? 'the end'
    const span = { start, end: Math.min(text.length, start + found.length) }
    throw new SchemaError(`expected ${expected}, found ${found}`, text, span)
  }
  const next = (expected: string): Span & { readonly token: string } => {
    const token = peek() ?? fail(expected)
    const end = TOKEN.lastIndex
    at = end
    return { token, start: end - token.length, end }
  }
  const take = (sign: string): boolean => {
    if (peek() !== sign) return false
    at = TOKEN.lastIndex
    return true
  }
  return { fail, next, peek, take, position: () => at, rest: () => text.slice(at).trim() }
}

function readValue(reader: Reader): JsonValue {
  const { token, start, end } = reader.next('a value')
  if (token === '[') return readArray(reader, start)
  if (token === '{') return readObject(reader, start)
  if (/^[\]},:]/.test(token)) return reader.fail('a value')
  return { kind: 'scalar', value: scalar(reader, token), start, end }
}

function readArray(reader: Reader, start: number): JsonValue {
  const items: JsonValue[] = []
  if (!reader.take(']')) {
    do items.push(readValue(reader))
    while (reader.take(','))
    if (!reader.take(']')) reader.fail(', or ]')
  }
  return { kind: 'array', items, start, end: reader.position() }
}

function readObject(reader: Reader, start: number): JsonValue {
  const entries = new Map<string, JsonValue>()
  if (!reader.take('}')) {
    do {
      if (!reader.peek()?.startsWith('"')) reader.fail('a name in quotes')
      const key = String(scalar(reader, reader.next('a name in quotes').token))
      if (!reader.take(':')) reader.fail(':')
      entries.set(key, readValue(reader))
    } while (reader.take(','))
    if (!reader.take('}')) reader.fail(', or }')
  }
  return { kind: 'object', entries, start, end: reader.position() }
}

function scalar(reader: Reader, token: string): boolean | number | string | null {
  try {
    return JSON.parse(token)
  } catch {
    return reader.fail('a value of JSON')
  }
}
