import type { Span } from '../source/span.js'
import type { DataType } from '../spark/ast/data-type.js'
import { lex } from '../spark/lex/lex.js'
import { LexError } from '../spark/lex/lex-error.js'
import { ParseError } from '../spark/parse/parse-error.js'
import { Parser } from '../spark/parse/parser.js'
import { fromDataType } from '../type/from-data-type.js'
import { type SparkType, UNKNOWN } from '../type/spark-type.js'
import { postgresTokens } from './postgres-tokens.js'
import { postgresTypeName } from './postgres-type-name.js'
import { SchemaError } from './schema-error.js'

/** Types of Databricks that Lakebase has no column for: a table may have them, a statement may not use them. */
const WITHOUT_POSTGRES = /\b(?:geography|geometry|object)\b/i

/** The type of a parsed column. */
export function knownType(type: DataType, text: string): SparkType {
  const known = fromDataType(type)
  if (known) return known
  const written = text.slice(type.start, type.end)
  if (WITHOUT_POSTGRES.test(written)) return UNKNOWN
  throw noSuchType(written, text, type)
}

/**
 * The type that a text names: as Databricks writes it, else as PostgreSQL does.
 *
 * @param place of the text within `whole`, for the error
 */
export function typeFromText(written: string, whole: string, place: Span): SparkType {
  const type = databricksType(written)
  if (type) return type
  const tokens = postgresTokens(written, 0)
  const { type: own, next } = postgresTypeName(tokens, 0)
  if (own && next === tokens.length) return own
  throw noSuchType(written, whole, place)
}

export function noSuchType(written: string, text: string, place: Span): SchemaError {
  return new SchemaError(
    `no type of Databricks or PostgreSQL: ${written}`,
    text,
    place,
    'Write it as Databricks (DECIMAL(10, 2), ARRAY<STRING>) or PostgreSQL (numeric(10, 2), text[]) does.',
  )
}

function databricksType(written: string): SparkType | undefined {
  try {
    const parser = new Parser(lex(written))
    const type = parser.dataType()
    if (parser.cursor.peek().kind !== 'end') return undefined
    return fromDataType(type) ?? (WITHOUT_POSTGRES.test(written) ? UNKNOWN : undefined)
  } catch (error) {
    if (error instanceof ParseError || error instanceof LexError) return undefined
    throw error
  }
}
