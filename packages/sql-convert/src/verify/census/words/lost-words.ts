import type { Span } from '../../../source/span.js'
import { lex } from '../../../spark/lex/lex.js'
import { LexError } from '../../../spark/lex/lex-error.js'
import type { Token } from '../../../spark/lex/token.js'
import type { PostgresStatement } from '../../grammar/parse-postgres.js'
import type { LostClause } from '../compare.js'
import type { Clause, SourceEntry } from '../entry.js'
import { match } from '../match.js'
import { countResult } from '../result/count-result.js'
import { parametersIn } from '../source/parameters.js'
import { KEYWORDS } from './keywords.js'

/**
 * A coarser census, for a statement that cannot be read but has words: each clause that they begin is
 * there as often, each name somewhere, each parameter. Undefined where there are no words either.
 */
export function lostWords(
  text: string,
  span: Span,
  result: readonly PostgresStatement[],
): readonly LostClause[] | undefined {
  try {
    const tokens = lex(text, span.start, span.end).filter(({ kind }) => kind !== 'end')
    return [
      ...lostClauses(tokens, result),
      ...lostNames(tokens, result),
      ...lostParameters(text, span, result),
    ]
  } catch (error) {
    if (error instanceof LexError) return undefined
    throw error
  }
}

/** The words that a clause begins with. */
const BEGINNINGS: readonly (readonly [clause: Clause, words: RegExp])[] = [
  ['distinct', /^SELECT DISTINCT$/],
  ['where', /^(?:WHERE|QUALIFY) /],
  ['group key', /^GROUP BY$/],
  ['having', /^HAVING /],
  ['join', /^JOIN /],
  ['limit', /^LIMIT /],
  ['offset', /^OFFSET /],
  ['order key', /^ORDER BY$/],
  ['set operation', /^(?:UNION|INTERSECT|EXCEPT|MINUS) /],
  ['window', /^OVER /],
  ['branch', /^WHEN /],
]

function lostClauses(
  tokens: readonly Token[],
  result: readonly PostgresStatement[],
): readonly LostClause[] {
  const { entries } = countResult(result, new Set())
  // The order of a window is an order for the words.
  const found = entries.map((entry) =>
    entry.clause === 'window order' ? { ...entry, clause: 'order key' as const } : entry,
  )
  const wanted = tokens.flatMap((token, place): readonly SourceEntry[] => {
    const words = `${wordOf(token)} ${wordOf(tokens[place + 1])}`
    const beginning = BEGINNINGS.find(([, pattern]) => pattern.test(words))
    return beginning
      ? [{ clause: beginning[0], needs: [], start: token.start, end: token.end }]
      : []
  })
  return BEGINNINGS.flatMap(([clause]) =>
    match(
      wanted.filter((entry) => entry.clause === clause),
      found.filter((entry) => entry.clause === clause),
    ).lost.map(({ start, end }) => ({
      clause,
      span: { start, end },
      message: `a clause (${clause}) of the source has no counterpart in the result`,
    })),
  )
}

/** Names of tables, columns and aliases; those of functions become others. */
function lostNames(
  tokens: readonly Token[],
  result: readonly PostgresStatement[],
): readonly LostClause[] {
  const there = new Set(
    result.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []),
  )
  return tokens.flatMap((token, place) => {
    const name = nameOf(token)
    const next = tokens[place + 1]
    const isCalled = next?.kind === 'symbol' && next.text === '('
    if (name === undefined || isCalled || there.has(name)) return []
    const { start, end } = token
    return [{ clause: 'output', span: { start, end }, message: `the name ${name} got lost` }]
  })
}

function lostParameters(
  text: string,
  span: Span,
  result: readonly PostgresStatement[],
): readonly LostClause[] {
  const { names } = parametersIn(text, span)
  const { parameters } = countResult(result, new Set())
  const places = new Set([...names.keys()].map((place) => place + 1))
  const differing = [...places, ...parameters].filter(
    (place) => !(places.has(place) && parameters.has(place)),
  )
  return differing.map((place) => ({
    clause: 'parameter',
    span,
    message: `$${place} is not in both`,
  }))
}

function wordOf(token: Token | undefined): string {
  return token?.kind === 'word' ? token.upper : ''
}

function nameOf(token: Token): string | undefined {
  if (token.kind === 'quoted name') return token.text.toLowerCase()
  return token.kind === 'word' && !KEYWORDS.has(token.upper) ? token.text.toLowerCase() : undefined
}
