import { nearest } from '@lakebase/config'
import { error, type Report } from '../findings.js'
import type { ParameterValue } from '../generator.js'
import type { DeclaredParameter } from '../script/scope.js'
import { type SqlToken, sqlTokens } from '../sql/sql-tokens.js'
import { checkGenerator } from '../yaml/check-generator.js'
import type { HeaderLine } from './header-line.js'
import { paramGenerator } from './param-generator.js'

const FORMS =
  "random(1, 10), values(1, 'a'), zipfian(1, 100, 1.1), sequence(1), date('2024-01-01', '2024-12-31') or uuid()"

/** `name = random(1, 10)`, cut into tokens as SQL is, so that `values(1.5, 'a, b')` are two values. */
export function readParam(line: HeaderLine, report: Report): DeclaredParameter | undefined {
  const { value, placeOf } = line
  const [name, equals, kind, open, ...rest] = sqlTokens(value.text).filter(
    (token) => token.kind !== 'comment',
  )
  const place = placeOf(value)
  if (
    name?.kind !== 'word' ||
    equals?.text !== '=' ||
    kind?.kind !== 'word' ||
    open?.text !== '('
  ) {
    report(
      error('LT013', 'PARAM must be a name, = and how it is drawn', place, {
        expected: `name = ${FORMS}`,
      }),
    )
    return undefined
  }
  const values = readValues(rest)
  if (!values) {
    const shown = value.text.slice(kind.start)
    report(error('LT013', `PARAM ${name.text}: ${shown} is no list of values`, place))
    return undefined
  }
  const generator = paramGenerator(kind.text.toLowerCase(), values)
  const problem = typeof generator === 'string' ? undefined : checkGenerator(generator)
  if (typeof generator !== 'string' && problem === undefined)
    return { name: name.text, generator, place }
  const suggestion = nearest(kind.text, ['random', 'values', 'zipfian', 'sequence', 'date', 'uuid'])
  const known =
    suggestion === undefined || suggestion === kind.text.toLowerCase() ? {} : { suggestion }
  const what = problem ?? String(generator)
  const details = problem === undefined ? { expected: FORMS, ...known } : {}
  report(
    error(problem === undefined ? 'LT013' : 'LT007', `PARAM ${name.text}: ${what}`, place, details),
  )
  return undefined
}

/** The values up to the closing parenthesis, with nothing behind it. */
function readValues(tokens: readonly SqlToken[]): readonly ParameterValue[] | undefined {
  const [only, ...more] = tokens
  if (only?.text === ')') return more.length === 0 ? [] : undefined
  const values: ParameterValue[] = []
  let at = 0
  do {
    const isNegative = tokens[at]?.text === '-'
    if (isNegative) at += 1
    const value = literal(tokens[at], isNegative)
    if (value === undefined) return undefined
    values.push(value)
    at += 2
  } while (tokens[at - 1]?.text === ',')
  return tokens[at - 1]?.text === ')' && at === tokens.length ? values : undefined
}

function literal(token: SqlToken | undefined, isNegative: boolean): ParameterValue | undefined {
  if (!token || token.open) return undefined
  const { kind, text } = token
  if (kind === 'number') return Number(text.replaceAll('_', '')) * (isNegative ? -1 : 1)
  if (isNegative) return undefined
  if (kind === 'string' && text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'")
  if (kind === 'quoted') return text.slice(1, -1).replaceAll('""', '"')
  const word = kind === 'word' ? text.toLowerCase() : ''
  if (word === 'null') return null
  return word === 'true' || word === 'false' ? word === 'true' : undefined
}
