import type { ConvertedStatement, Diagnostic } from '@lakebase/sql-convert'
import type { Check, CheckReason, Verification } from '@lakebase/sql-convert/verify'

/** A statement after its checks: what one of them refuses is no conversion. */
export function applyVerification(
  statement: ConvertedStatement,
  { grammar, census, explain }: Verification,
): ConvertedStatement {
  const found = [
    ...reasonsOf(grammar).map((reason) => diagnostic(statement, reason, 'SQ020')),
    ...reasonsOf(census).map((reason) => diagnostic(statement, reason, 'SQ021')),
    ...reasonsOf(explain).map((reason) =>
      diagnostic(statement, reason, isWithoutTable(reason) ? 'SQ023' : 'SQ022'),
    ),
  ]
  const diagnostics = [...statement.diagnostics, ...found]
  const isRefused = found.some(({ severity }) => severity === 'error')
  return { ...statement, diagnostics, ...(isRefused && { status: 'verify_failed' }) }
}

/** Of an EXPLAIN for which tables were missing nothing is known: it was not made. */
export function settled(verification: Verification): Verification {
  const reasons = reasonsOf(verification.explain)
  if (reasons.length === 0 || !reasons.every(isWithoutTable)) return verification
  return { ...verification, explain: { outcome: 'skipped', why: WITHOUT_TABLE_WHY } }
}

export const WITHOUT_TABLE_WHY = 'a table is not there'

/** SQLSTATE of a table, and of a schema, that is not there: it says nothing about the statement. */
const WITHOUT_TABLE: ReadonlySet<string> = new Set(['3F000', '42P01'])

function isWithoutTable({ code }: CheckReason): boolean {
  return code !== undefined && WITHOUT_TABLE.has(code)
}

function reasonsOf(check: Check): readonly CheckReason[] {
  return check.outcome === 'failed' ? check.reasons : []
}

/** The user's own PostgreSQL stays as it is: of that a check can only warn. */
function diagnostic(
  { start, end, sql, status }: ConvertedStatement,
  reason: CheckReason,
  code: 'SQ020' | 'SQ021' | 'SQ022' | 'SQ023',
): Diagnostic {
  const { message, span, statement = 0, position, hint } = reason
  const near = position === undefined ? '' : excerpt(sql[statement] ?? '', position)
  const isWarning = code === 'SQ023' || status === 'already_postgres'
  const cure = code === 'SQ023' ? 'Not planned: give the columns of the table with --schema.' : hint
  return {
    code,
    severity: isWarning ? 'warning' : 'error',
    message: `${SAID_BY[code]}: ${message}${near === '' ? '' : `, at ${near}`}`,
    ...(cure !== undefined && { hint: cure }),
    span: span ?? { start, end },
  }
}

const SAID_BY = {
  SQ020: "PostgreSQL's grammar",
  SQ021: 'the census of clauses',
  SQ022: 'EXPLAIN',
  SQ023: 'EXPLAIN',
} as const

const EXCERPT = 40

function excerpt(sql: string, position: number): string {
  const rest = sql.slice(position).split('\n', 1)[0] ?? ''
  return rest.length > EXCERPT ? `${rest.slice(0, EXCERPT)}…` : rest
}
