import type { Query } from '../ast/query.js'
import { lex } from '../lex/lex.js'
import { Parser } from './parser.js'

/**
 * Reads one query of Databricks SQL; a semicolon may end it.
 *
 * @throws LexError, ParseError
 */
export function parseSparkQuery(text: string): Query {
  const parser = new Parser(lex(text))
  const query = parser.query()
  parser.cursor.takeSymbol(';')
  if (parser.cursor.peek().kind !== 'end') parser.cursor.fail('the end')
  return query
}
