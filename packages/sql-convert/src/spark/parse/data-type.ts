import type { DataType, StructField } from '../ast/data-type.js'
import { commaList, parenthesized } from './comma-list.js'
import type { Parser } from './parser.js'

/** `DECIMAL(10, 2)`, `ARRAY<STRUCT<a: INT>>`, `INTERVAL DAY TO SECOND`, `TIMESTAMP WITHOUT TIME ZONE` */
export function parseDataType(parser: Parser): DataType {
  const { cursor } = parser
  const first = cursor.peek()
  if (first.kind !== 'word') return cursor.fail('a type')
  if (first.upper === 'INTERVAL') return intervalType(parser)
  const nested = nestedType(parser, first.upper)
  if (nested) return nested
  cursor.next()
  const name = typeName(parser, first.upper)
  const sizes = cursor.atSymbol('(') ? parenthesized(cursor, () => size(parser)) : []
  const collation = cursor.take('COLLATE') ? cursor.needPart('a collation') : undefined
  return {
    kind: 'simple type',
    name,
    arguments: sizes,
    collation,
    start: first.start,
    end: cursor.end(),
  }
}

function typeName({ cursor }: Parser, word: string): string {
  if (word === 'DOUBLE') cursor.take('PRECISION')
  if (word !== 'TIMESTAMP' && word !== 'TIME') return word
  if (cursor.take('WITHOUT', 'TIME', 'ZONE')) return word === 'TIME' ? word : 'TIMESTAMP_NTZ'
  if (cursor.takeAll(['WITH', 'LOCAL', 'TIME', 'ZONE']) || cursor.take('WITH', 'TIME', 'ZONE')) {
    return 'TIMESTAMP_LTZ'
  }
  return word
}

function size({ cursor }: Parser): number {
  const negative = cursor.takeSymbol('-')
  const token = cursor.next()
  if (token.kind !== 'number') return cursor.fail('a number')
  return negative ? -Number(token.text) : Number(token.text)
}

function nestedType(parser: Parser, word: string): DataType | undefined {
  const { cursor } = parser
  const first = cursor.peek()
  if (!cursor.atSymbol('<', 1) && !(word === 'STRUCT' && cursor.atSymbol('<>', 1))) return undefined
  cursor.next()
  if (cursor.takeSymbol('<>'))
    return { kind: 'struct type', fields: [], start: first.start, end: cursor.end() }
  cursor.needSymbol('<')
  if (word === 'ARRAY') {
    const element = parser.dataType()
    closeType(parser)
    return { kind: 'array type', element, start: first.start, end: cursor.end() }
  }
  if (word === 'MAP') {
    const key = parser.dataType()
    cursor.needSymbol(',')
    const value = parser.dataType()
    closeType(parser)
    return { kind: 'map type', key, value, start: first.start, end: cursor.end() }
  }
  const fields = cursor.atSymbol('>') ? [] : commaList(cursor, () => structField(parser))
  closeType(parser)
  return { kind: 'struct type', fields, start: first.start, end: cursor.end() }
}

function structField(parser: Parser): StructField {
  const { cursor } = parser
  const name = cursor.needPart('a field')
  cursor.takeSymbol(':')
  const type = parser.dataType()
  const nullable = !cursor.take('NOT', 'NULL')
  if (cursor.take('COMMENT')) cursor.string()
  return { name, type, nullable }
}

/** The lexer gives `>>` and `>>>` as one token: each `>` of it closes one type. */
function closeType({ cursor }: Parser): void {
  cursor.needClosingAngle()
}

function intervalType({ cursor }: Parser): DataType {
  const first = cursor.next()
  const from = unit(cursor.peek())
  if (from === undefined) return { kind: 'interval type', start: first.start, end: cursor.end() }
  cursor.next()
  if (!cursor.take('TO'))
    return { kind: 'interval type', from, start: first.start, end: cursor.end() }
  const to = unit(cursor.peek())
  if (to === undefined) return cursor.fail('a unit such as SECOND')
  cursor.next()
  return { kind: 'interval type', from, to, start: first.start, end: cursor.end() }
}

function unit(token: ReturnType<Parser['cursor']['peek']>): string | undefined {
  const units = ['YEAR', 'MONTH', 'DAY', 'HOUR', 'MINUTE', 'SECOND']
  return token.kind === 'word' && units.includes(token.upper) ? token.upper : undefined
}
