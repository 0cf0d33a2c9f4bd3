import type { CheckReason } from '../verification.js'
import { plpgsqlFault } from './check-bodies.js'
import { GrammarError, type PostgresStatement, parsePostgres } from './parse-postgres.js'
import { withBodies } from './with-bodies.js'

export interface GrammarCheck {
  readonly reasons: readonly CheckReason[]
  /** Those that could be read, each with the number of its text. */
  readonly statements: readonly (PostgresStatement & { readonly of: number })[]
  /** What stands in the bodies of functions in SQL. */
  readonly bodies: readonly PostgresStatement[]
}

/** Whether PostgreSQL 17 reads each text. */
export async function checkGrammar(sql: readonly string[]): Promise<GrammarCheck> {
  const checks = await Promise.all(sql.map(checkText))
  return {
    reasons: checks.flatMap(({ reasons }) => reasons),
    statements: checks.flatMap(({ statements }) => statements),
    bodies: checks.flatMap(({ bodies }) => bodies),
  }
}

async function checkText(sql: string, of: number): Promise<GrammarCheck> {
  try {
    const statements = await parsePostgres(sql)
    const faults = await Promise.all(statements.map(plpgsqlFault))
    const reasons = faults.flatMap((message, place) => {
      const position = statements[place]?.start ?? 0
      return message === undefined ? [] : [{ message, statement: of, position }]
    })
    return { reasons, ...(await read(statements, of)) }
  } catch (error) {
    if (!(error instanceof GrammarError)) throw error
    const { message, position } = error
    const reason = { message, statement: of, ...(position !== undefined && { position }) }
    return { reasons: [reason], statements: [], bodies: [] }
  }
}

async function read(statements: readonly PostgresStatement[], of: number) {
  const all = await withBodies(statements)
  return {
    statements: statements.map((statement) => ({ ...statement, of })),
    bodies: all.slice(statements.length),
  }
}
