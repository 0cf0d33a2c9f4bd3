import { AdviseError } from '../advise/advise-error.js'
import type { Grammar } from '../advise/grammar/parse.js'
import { type Node, nodesBelow, text } from '../advise/grammar/tree.js'
import type { TypedTable } from '../fill/typed-table.js'
import type { StatementStep } from '../scenario/scenario.js'
import { cluesIn, type PlacedClue } from './clues-in.js'
import { statementTables } from './statement-tables.js'

/** What PostgreSQL's grammar finds in a statement. */
export interface ReadStatement {
  readonly clues: readonly { readonly name: string; readonly clue: PlacedClue['clue'] }[]
  readonly isSetup: boolean
  readonly tables?: ReturnType<typeof statementTables>
  readonly problem?: string
}

const ASKS = /^(Select|Insert|Update|Delete|Merge|Call|Execute)Stmt$/

/** The clues of a statement by the names of its parameters, or why it cannot be run. */
export function readStatement(
  { sql, parameters }: StatementStep,
  variables: readonly string[],
  known: readonly TypedTable[],
  grammar: Grammar,
): ReadStatement {
  try {
    const [statement] = grammar.parse(sql)
    if (!statement) return { clues: [], isSetup: true }
    const abroad = nameOfThreeParts(statement.node)
    if (abroad !== undefined) {
      const problem = `${abroad} names a catalog, and PostgreSQL reads no other database`
      return { clues: [], isSetup: false, problem }
    }
    const tables = statementTables(statement.node, known)
    const clues = cluesIn(statement.node, tables, known).flatMap(({ parameter, clue }) => {
      const name = variables[parameters[parameter - 1] ?? -1]
      return name === undefined ? [] : [{ name, clue }]
    })
    return { clues, isSetup: !ASKS.test(statement.node[0]), tables }
  } catch (cause) {
    if (!(cause instanceof AdviseError)) throw cause
    const [problem = cause.message] = cause.message.split('\n')
    return { clues: [], isSetup: false, problem }
  }
}

/** `main.shop.orders`, as Databricks has it. */
function nameOfThreeParts(statement: Node): string | undefined {
  for (const [, body] of nodesBelow(statement)) {
    const [catalog, schema, table] = ['catalogname', 'schemaname', 'relname'].map((field) =>
      text(body, field),
    )
    if (catalog) return `${catalog}.${schema}.${table}`
  }
  return undefined
}
