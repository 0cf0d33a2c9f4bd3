import { WorkspaceError, type WorkspaceErrorFacts } from '../workspace-error.js'

/** What to do, by the class of the error, which its message holds in brackets: `[TABLE_OR_VIEW_NOT_FOUND]`. */
const HINTS: readonly (readonly [pattern: RegExp, hint: string])[] = [
  [
    /INSUFFICIENT_PERMISSIONS|PERMISSION_DENIED|does not have .*(?:permission|privilege)/i,
    'GRANT USE CATALOG on the catalog, USE SCHEMA on the schema, and SELECT on the table.',
  ],
  [
    /TABLE_OR_VIEW_NOT_FOUND|SCHEMA_NOT_FOUND|NO_SUCH_CATALOG/i,
    'Check the name (catalog.schema.table); what may not be seen is reported as not found, too.',
  ],
]

/** A statement that the warehouse refused or could not finish, with the first line of it. */
export function sqlError(
  statement: string,
  message: string,
  facts: WorkspaceErrorFacts = {},
  options?: ErrorOptions,
): WorkspaceError {
  const hint = HINTS.find(([pattern]) => pattern.test(message))?.[1]
  const said = [facts.errorCode, message].filter(Boolean).join(' ')
  return new WorkspaceError(
    'SQL',
    `${said.slice(0, 2_000)} (statement: ${firstLine(statement)})`,
    { ...(hint && { hint }), ...facts },
    options,
  )
}

/** Enough of a statement to know it by. */
export function firstLine(statement: string): string {
  const [line = ''] = statement.trim().split('\n')
  return line.length > 120 ? `${line.slice(0, 120)}...` : line
}
