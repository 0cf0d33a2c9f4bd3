import type { ConvertedStatement } from '../convert/converted-statement.js'
import type { ConversionResult } from '../convert/converter.js'
import { parseSparkScript, type ScriptPart } from '../spark/parse/parse-script.js'
import { lostClauses } from './census/census.js'
import { lostWords } from './census/words/lost-words.js'
import type { Explain } from './explain/explain.js'
import { checkGrammar, type GrammarCheck } from './grammar/check-grammar.js'
import { type Check, checkOf, PASSED, skipped, type Verification } from './verification.js'

export interface VerifyOptions {
  /** Default true. */
  readonly grammar?: boolean
  /** Default true. */
  readonly census?: boolean
  /** {@link explainWith} a Postgres; without it nothing is planned. */
  readonly explain?: Explain
}

/** Of a statement, what is checked. */
export type Verifiable = Pick<
  ConvertedStatement,
  'compatFunctions' | 'end' | 'sql' | 'start' | 'status'
>

/**
 * Checks the statements of a conversion; those that were not converted are skipped.
 *
 * @param text the script that was converted
 * @param result what the converter gave for it
 * @example
 * const text = 'SELECT sku FROM items LIMIT 5'
 * await verifyScript(text, createConverter().convert(text)) // [{ grammar: { outcome: 'passed' }, … }]
 */
export async function verifyScript(
  text: string,
  { statements }: Pick<ConversionResult, 'statements'> | { statements: readonly Verifiable[] },
  { grammar = true, census = true, explain }: VerifyOptions = {},
): Promise<readonly Verification[]> {
  const parts = new Map(parseSparkScript(text).map((part) => [part.start, part]))
  const read = await Promise.all(statements.map(({ sql }) => checkGrammar(sql)))
  const plans = await explain?.({
    statements: read.map((one) => (one.reasons.length > 0 ? [] : one.statements)),
    compatFunctions: [...new Set(statements.flatMap(({ compatFunctions }) => compatFunctions))],
  })
  return statements.map((statement, place) => {
    const one = read[place] ?? NOTHING
    if (statement.sql.length === 0) return allSkipped(`nothing to check: ${statement.status}`)
    return {
      grammar: grammar ? checkOf(one.reasons) : skipped('not asked for'),
      census: census ? censusOf(text, parts.get(statement.start), statement, one) : NOT_ASKED,
      explain: explain ? explained(one, plans?.[place]) : NOT_ASKED,
    }
  })
}

/** Checks one statement of a script: as {@link verifyScript} does, without those before it. */
export async function verifyStatement(
  text: string,
  statement: Verifiable,
  options: VerifyOptions = {},
): Promise<Verification> {
  const [verification] = await verifyScript(text, { statements: [statement] }, options)
  return verification ?? allSkipped('nothing to check')
}

const NOTHING: GrammarCheck = { reasons: [], statements: [], bodies: [] }
const NOT_ASKED: Check = skipped('not asked for')
const UNREADABLE: Check = skipped('the grammar does not read it')

function censusOf(
  text: string,
  part: ScriptPart | undefined,
  statement: Verifiable,
  { reasons, statements, bodies }: GrammarCheck,
): Check {
  if (statement.status === 'already_postgres') return skipped('it was PostgreSQL already')
  if (reasons.length > 0) return UNREADABLE
  const result = [...statements, ...bodies]
  const lost =
    part && 'statement' in part
      ? lostClauses(text, part.statement, result)
      : lostWords(text, statement, result)
  if (!lost) return skipped('the source has no words that can be counted')
  return checkOf(lost.map(({ message, span }) => ({ message, span })))
}

/** Places in the texts of the statement, of which one may hold several statements of PostgreSQL. */
function explained({ reasons, statements }: GrammarCheck, check: Check = PASSED): Check {
  if (reasons.length > 0) return UNREADABLE
  if (check.outcome !== 'failed') return check
  return checkOf(
    check.reasons.map((reason) => {
      const { of, start } = statements[reason.statement ?? 0] ?? { of: 0, start: 0 }
      const { position } = reason
      return {
        ...reason,
        statement: of,
        ...(position !== undefined && { position: position + start }),
      }
    }),
  )
}

function allSkipped(why: string): Verification {
  return { grammar: skipped(why), census: skipped(why), explain: skipped(why) }
}
