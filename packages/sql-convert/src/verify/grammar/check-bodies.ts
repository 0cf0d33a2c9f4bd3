import type { PostgresStatement } from './parse-postgres.js'
import { bodyText, languageOf } from './with-bodies.js'

/** What PL/pgSQL's own parser says of a function or DO; undefined where there is nothing to say. */
export async function plpgsqlFault(statement: PostgresStatement): Promise<string | undefined> {
  if (!isPlpgsql(statement)) return undefined
  const { parsePlPgSQL } = await import('@libpg-query/parser')
  try {
    await parsePlPgSQL(statement.text)
    return undefined
  } catch (error) {
    if (!(error instanceof Error)) throw error
    // Messages that do not begin with "syntax error" come as JSON that is none, and are lost.
    return /JSON/.test(error.message) ? 'the body is no PL/pgSQL' : error.message
  }
}

function isPlpgsql({ kind, tree }: PostgresStatement): boolean {
  const language = languageOf(tree)
  if (kind === 'DoStmt') return language === '' || language === 'plpgsql'
  return kind === 'CreateFunctionStmt' && language === 'plpgsql' && bodyText(tree) !== undefined
}
