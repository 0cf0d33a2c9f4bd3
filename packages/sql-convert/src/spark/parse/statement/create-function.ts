import type { CreateFunction, FunctionParameter, TableClause } from '../../ast/statement.js'
import type { Token } from '../../lex/token.js'
import { parenthesized } from '../comma-list.js'
import type { Parser } from '../parser.js'
import { isQueryAhead } from '../query-ahead.js'
import { needQualifiedName } from './names.js'

interface Head {
  readonly orReplace: boolean
  readonly temporary: boolean
}

/** A function in SQL; undefined for one in another language, whose body is a string. */
export function parseCreateFunction(
  parser: Parser,
  first: Token,
  { orReplace, temporary }: Head,
): CreateFunction | undefined {
  const { cursor } = parser
  const ifNotExists = cursor.take('IF', 'NOT', 'EXISTS')
  const name = needQualifiedName(cursor, 'a function')
  if (!cursor.atSymbol('(')) return undefined
  const parameters = parenthesized(cursor, () => parameter(parser))
  const returned = parseReturns(parser)
  const clauses = parseCharacteristics(parser)
  if (!cursor.take('RETURN')) return undefined
  const body = isQueryHere(parser) ? parser.query() : parser.expression()
  return {
    kind: 'create function',
    name,
    orReplace,
    ifNotExists,
    temporary,
    parameters,
    ...returned,
    clauses,
    body,
    start: first.start,
    end: cursor.end(),
  }
}

function isQueryHere({ cursor }: Parser): boolean {
  return (
    ['SELECT', 'WITH', 'VALUES', 'FROM', 'TABLE'].some((word) => cursor.at(word)) ||
    isQueryAhead(cursor)
  )
}

function parameter(parser: Parser): FunctionParameter {
  const { cursor } = parser
  const name = cursor.needPart('a parameter')
  const bare = cursor.atSymbol(',') || cursor.atSymbol(')')
  const type = bare ? undefined : parser.dataType()
  cursor.take('NOT', 'NULL')
  const value = cursor.take('DEFAULT') ? parser.expression() : undefined
  if (cursor.take('COMMENT')) cursor.string()
  return { name, type, default: value }
}

function parseReturns(parser: Parser): Pick<CreateFunction, 'returns' | 'returnsTable'> {
  const { cursor } = parser
  if (!cursor.take('RETURNS')) return {}
  if (!cursor.take('TABLE')) return { returns: parser.dataType() }
  const columns = cursor.atSymbol('(') ? parenthesized(cursor, () => parameter(parser)) : []
  return { returnsTable: columns }
}

const CHARACTERISTICS = [
  ['LANGUAGE', 'SQL'],
  ['NOT', 'DETERMINISTIC'],
  ['DETERMINISTIC'],
  ['CONTAINS', 'SQL'],
  ['READS', 'SQL', 'DATA'],
  ['SQL', 'SECURITY', 'DEFINER'],
  ['SQL', 'SECURITY', 'INVOKER'],
  ['DEFAULT', 'COLLATION', 'UTF8_BINARY'],
] as const

function parseCharacteristics({ cursor }: Parser): readonly TableClause[] {
  const clauses: TableClause[] = []
  for (;;) {
    const first = cursor.peek()
    if (cursor.take('COMMENT')) {
      const text = cursor.string() ?? cursor.fail('a comment as a string')
      clauses.push({ kind: 'COMMENT', text, start: first.start, end: cursor.end() })
      continue
    }
    const words = CHARACTERISTICS.find((one) => cursor.takeAll(one))
    if (words === undefined) return clauses
    clauses.push({ kind: words.join(' '), start: first.start, end: cursor.end() })
  }
}
