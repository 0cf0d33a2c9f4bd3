import { mentionedFunctions } from '../compat/mentioned-functions.js'
import type { ConvertedStatement } from '../convert/converted-statement.js'
import type { Explain } from '../verify/explain/explain.js'
import {
  GrammarError,
  type PostgresStatement,
  parsePostgres,
} from '../verify/grammar/parse-postgres.js'
import type { Check } from '../verify/verification.js'
import { verifyScript, verifyStatement } from '../verify/verify-script.js'
import type { ModelAttempt } from './attempt.js'
import { forbiddenCalls } from './forbidden-calls.js'

export interface Checking {
  readonly explain: Explain
  /** Definitions that stand before it in the script. */
  readonly before: readonly ConvertedStatement[]
}

/**
 * Whether an answer is one statement of the kind that was asked for, that the grammar, the census and
 * Postgres agree to. Postgres is asked last: what changes or defines something else never gets there.
 */
export async function checkAnswer(
  text: string,
  statement: ConvertedStatement,
  sql: string,
  { explain, before }: Checking,
): Promise<ModelAttempt> {
  const statements = await read(sql)
  const [answer, ...others] = statements ?? []
  if (statements && !answer) return { outcome: 'empty', message: 'the answer has no statement' }
  if (others.length > 0) {
    return {
      outcome: 'several statements',
      message: `the answer has ${others.length + 1} statements`,
      sql,
    }
  }
  const other = answer && somethingElse(statement.kind, answer)
  if (other !== undefined) return { outcome: 'census', message: other, sql }
  const own = { ...statement, sql: [sql], compatFunctions: mentionedFunctions(sql) }
  const { grammar, census } = await verifyStatement(text, own)
  const refused = refusalOf('grammar', grammar) ?? refusalOf('census', census)
  if (refused) return { ...refused, sql }
  const verifications = await verifyScript(
    text,
    { statements: [...before, own] },
    { census: false, explain },
  )
  const unplanned = refusalOf('explain', verifications.at(-1)?.explain)
  if (unplanned) return { ...unplanned, sql }
  return { outcome: 'accepted', message: 'the grammar, the census and EXPLAIN agree', sql }
}

/** Undefined where it cannot be read; the grammar's check says why. */
async function read(sql: string): Promise<readonly PostgresStatement[] | undefined> {
  try {
    return await parsePostgres(sql)
  } catch (error) {
    if (error instanceof GrammarError) return undefined
    throw error
  }
}

/** Why an answer is none to what was asked. */
function somethingElse(asked: string, answer: PostgresStatement): string | undefined {
  if (!ANSWERS[asked]?.includes(answer.kind)) {
    return `a ${asked} was asked for, the answer is a ${answer.kind.replace('Stmt', '')}`
  }
  const [call] = forbiddenCalls(answer)
  return call === undefined ? undefined : `the answer calls ${call}, which no conversion needs`
}

/** What each kind of statement may become; what cannot be read is taken for a query or a change. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  'alter table': ['AlterTableStmt', 'RenameStmt'],
  'comment on': ['CommentStmt'],
  'create function': ['CreateFunctionStmt'],
  'create schema': ['CreateSchemaStmt'],
  'create table': ['CreateStmt', 'CreateTableAsStmt'],
  'create view': ['CreateTableAsStmt', 'ViewStmt'],
  delete: ['DeleteStmt'],
  drop: ['DropStmt'],
  insert: ['InsertStmt'],
  merge: ['InsertStmt', 'MergeStmt'],
  'query statement': ['SelectStmt'],
  truncate: ['TruncateStmt'],
  unreadable: ['DeleteStmt', 'InsertStmt', 'MergeStmt', 'SelectStmt', 'UpdateStmt'],
  update: ['UpdateStmt'],
}

function refusalOf(
  outcome: 'census' | 'explain' | 'grammar',
  check: Check | undefined,
): ModelAttempt | undefined {
  if (check?.outcome === 'passed') return undefined
  if (check?.outcome !== 'failed') {
    return { outcome, message: `not checked: ${check?.why ?? 'nothing to check'}` }
  }
  const { reasons } = check
  return { outcome, message: reasons.map(({ message }) => message).join('; '), reasons }
}
