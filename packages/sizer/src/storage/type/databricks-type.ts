import { StorageInputError } from '../storage-input-error.js'

/** A parsed type of Databricks SQL; names in upper case. */
export type DatabricksType =
  | { readonly kind: 'simple'; readonly name: string; readonly arguments: readonly number[] }
  | { readonly kind: 'array'; readonly element: DatabricksType }
  | { readonly kind: 'map'; readonly key: DatabricksType; readonly value: DatabricksType }
  | { readonly kind: 'struct'; readonly fields: readonly StructField[] }

interface StructField {
  readonly name: string
  readonly type: DatabricksType
}

const TOKEN = /\s*(`(?:[^`]|``)*`|'(?:[^']|'')*'|[\p{L}\p{N}_-]+|[<>(),:])/uy

/**
 * Parses `DECIMAL(10,2)`, `array<struct<a: int, b: string NOT NULL COMMENT 'x'>>` and the like.
 *
 * @param path of the type in the input, for the error
 * @throws StorageInputError `malformed_type`
 */
export function parseDatabricksType(text: string, path: string): DatabricksType {
  const fail = (expected: string) =>
    new StorageInputError('malformed_type', path, expected, JSON.stringify(text))
  const tokens = tokenReader(text, fail)
  const type = readMember(tokens)
  if (tokens.peek() !== undefined) throw tokens.fail('the end of the type')
  return type
}

interface TokenReader {
  peek(): string | undefined
  take(): string
  expect(token: string): void
  fail(expected: string): StorageInputError
}

function tokenReader(text: string, fail: (expected: string) => StorageInputError): TokenReader {
  const tokens: string[] = []
  const trimmed = text.trim()
  for (let end = 0; end < trimmed.length; end = TOKEN.lastIndex) {
    TOKEN.lastIndex = end
    const token = TOKEN.exec(trimmed)?.[1]
    if (token === undefined) throw fail('a Databricks type')
    tokens.push(token)
  }
  let next = 0
  const take = () => {
    const token = tokens[next++]
    if (token === undefined) throw fail('a Databricks type')
    return token
  }
  return {
    peek: () => tokens[next],
    take,
    expect: (token) => {
      if (take() !== token) throw fail(JSON.stringify(token))
    },
    fail,
  }
}

/** A type, and the words after it that say nothing of its length. */
function readMember(tokens: TokenReader): DatabricksType {
  const type = readType(tokens)
  while (isQualifier(tokens.peek())) tokens.take()
  return type
}

function readType(tokens: TokenReader): DatabricksType {
  const name = tokens.take().toUpperCase()
  if (!/^[A-Z_]/.test(name)) throw tokens.fail('the name of a type')
  if (tokens.peek() !== '<') return { kind: 'simple', name, arguments: readArguments(tokens) }
  tokens.expect('<')
  const type = readContainer(name, tokens)
  tokens.expect('>')
  return type
}

function readContainer(name: string, tokens: TokenReader): DatabricksType {
  if (name === 'ARRAY') return { kind: 'array', element: readMember(tokens) }
  if (name === 'STRUCT') return { kind: 'struct', fields: readFields(tokens) }
  if (name !== 'MAP') throw tokens.fail('ARRAY, MAP or STRUCT before "<"')
  const key = readMember(tokens)
  tokens.expect(',')
  return { kind: 'map', key, value: readMember(tokens) }
}

function readFields(tokens: TokenReader): readonly StructField[] {
  const fields: StructField[] = []
  while (tokens.peek() !== '>') {
    if (fields.length > 0) tokens.expect(',')
    const name = unquote(tokens.take())
    if (tokens.peek() === ':') tokens.take()
    fields.push({ name, type: readMember(tokens) })
  }
  return fields
}

function readArguments(tokens: TokenReader): readonly number[] {
  const found: number[] = []
  if (tokens.peek() !== '(') return found
  tokens.take()
  while (tokens.peek() !== ')') {
    if (found.length > 0) tokens.expect(',')
    const number = Number(tokens.take())
    if (!Number.isInteger(number)) throw tokens.fail('whole numbers in parentheses')
    found.push(number)
  }
  tokens.take()
  return found
}

/** `NOT NULL`, `COMMENT 'x'`, `COLLATE UTF8_BINARY`, and the fields of an interval: `YEAR TO MONTH`. */
function isQualifier(token: string | undefined): boolean {
  return token !== undefined && !/^[<>(),:]$/.test(token)
}

function unquote(name: string): string {
  return name.startsWith('`') ? name.slice(1, -1).replaceAll('``', '`') : name
}
