import { lex } from '../../spark/lex/lex.js'
import { LexError } from '../../spark/lex/lex-error.js'
import { ParseError } from '../../spark/parse/parse-error.js'
import { Parser } from '../../spark/parse/parser.js'
import { fromDataType } from '../../type/from-data-type.js'
import type { SparkType } from '../../type/spark-type.js'

/** The type in `a INT, b DOUBLE` or `STRUCT<a: INT>`; undefined where the text is none. */
export function readSchema(text: string): SparkType | undefined {
  return readType(text) ?? readType(`STRUCT<${text}>`)
}

function readType(text: string): SparkType | undefined {
  try {
    const parser = new Parser(lex(text))
    const type = parser.dataType()
    return parser.cursor.peek().kind === 'end' ? fromDataType(type) : undefined
  } catch (error) {
    if (error instanceof ParseError || error instanceof LexError) return undefined
    throw error
  }
}
