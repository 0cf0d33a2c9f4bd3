import type { Expression } from '../generator.js'
import { callOf, checkConstant, double, integer } from './calls.js'
import { type Cursor, expressionCursor, unexpected, type VariableOf } from './expression-cursor.js'
import { ExpressionError } from './expression-error.js'
import type { ExpressionToken } from './expression-tokens.js'

/** Operators of one rank, which group from the left. */
const RANKS = [
  ['|', '#', '&', '<<', '>>'],
  ['+', '-'],
  ['*', '/', '%'],
] as const
const COMPARISONS = ['<', '<=', '=', '>', '>=', '<>', '!=']
/** With as many arguments, the last is `:default_seed`. */
const SEEDED: Readonly<Record<string, number>> = {
  hash: 1,
  hash_murmur2: 1,
  hash_fnv1a: 1,
  permute: 2,
}
const FIRST_RANK = 0
/** `~` takes all that `+` and `*` have joined, as in pgbench's grammar. */
const SUM_RANK = 1

/**
 * Reads an expression of `\set` (PostgreSQL 17 documentation, pgbench): numbers, variables, operators, functions,
 * CASE. Types are settled here, so that `1 / 2` and `1.0 / 2` are told apart before the run.
 *
 * @throws {ExpressionError} With the place of what is wrong.
 */
export function parseExpression(text: string, variableOf: VariableOf): Expression {
  const cursor = expressionCursor(text, variableOf)
  const whole = disjunction(cursor)
  if (cursor.peek().kind !== 'end') throw unexpected(cursor.peek(), 'the end')
  checkConstant(whole, { start: 0, end: text.trimEnd().length })
  return whole
}

function disjunction(cursor: Cursor): Expression {
  let left = conjunction(cursor)
  for (let op = cursor.takeIf('or'); op; op = cursor.takeIf('or'))
    left = callOf('or', [left, conjunction(cursor)], op)
  return left
}

function conjunction(cursor: Cursor): Expression {
  let left = negation(cursor)
  for (let op = cursor.takeIf('and'); op; op = cursor.takeIf('and'))
    left = callOf('and', [left, negation(cursor)], op)
  return left
}

function negation(cursor: Cursor): Expression {
  const not = cursor.takeIf('not')
  return not ? callOf('not', [negation(cursor)], not) : test(cursor)
}

/** `… IS NOT NULL` and its kin. */
function test(cursor: Cursor): Expression {
  const left = comparison(cursor)
  const word = cursor.takeIf('is', 'isnull', 'notnull')
  if (!word) return left
  const isNot =
    word.text === 'notnull' || (word.text === 'is' && cursor.takeIf('not') !== undefined)
  const is = callOf('is', [left, word.text === 'is' ? truth(cursor) : { kind: 'null' }], word)
  return isNot ? callOf('not', [is], word) : is
}

function truth(cursor: Cursor): Expression {
  const word = cursor.takeIf('null', 'true', 'false')
  if (!word) throw unexpected(cursor.peek(), 'null, true or false')
  return word.text === 'null' ? { kind: 'null' } : { kind: 'boolean', value: word.text === 'true' }
}

function comparison(cursor: Cursor): Expression {
  const left = ranked(cursor, FIRST_RANK)
  const op = cursor.takeIf(...COMPARISONS)
  if (!op) return left
  const right = ranked(cursor, FIRST_RANK)
  if (op.text === '>' || op.text === '>=')
    return callOf(op.text.replace('>', '<'), [right, left], op)
  if (op.text === '<' || op.text === '<=' || op.text === '=')
    return callOf(op.text, [left, right], op)
  return callOf('not', [callOf('=', [left, right], op)], op)
}

function ranked(cursor: Cursor, rank: number): Expression {
  const operators = RANKS[rank]
  if (!operators) return sign(cursor)
  let left = ranked(cursor, rank + 1)
  for (let op = cursor.takeIf(...operators); op; op = cursor.takeIf(...operators)) {
    left = callOf(op.text, [left, ranked(cursor, rank + 1)], op)
  }
  return left
}

function sign(cursor: Cursor): Expression {
  const op = cursor.takeIf('-', '+', '~')
  if (!op) return primary(cursor)
  if (op.text === '~') return callOf('~', [ranked(cursor, SUM_RANK)], op)
  if (op.text === '+') return sign(cursor)
  return cursor.peek().kind === 'integer'
    ? integer(`-${cursor.peek().text}`, cursor.take())
    : callOf('negate', [sign(cursor)], op)
}

function primary(cursor: Cursor): Expression {
  const token = cursor.take()
  switch (token.kind) {
    case 'integer':
      return integer(token.text, token)
    case 'double':
      return double(Number(token.text), token)
    case 'variable':
      return variable(cursor, token)
    case 'word':
      return word(cursor, token)
  }
  if (token.text !== '(') throw unexpected(token, 'a number, a variable or a function')
  const inner = disjunction(cursor)
  cursor.expect(')')
  return inner
}

function variable(cursor: Cursor, token: ExpressionToken): Expression {
  const found = cursor.variableOf(token.text)
  if (found) return found
  throw new ExpressionError(`:${token.text} has not been set before`, token, {
    unknown: token.text,
  })
}

function word(cursor: Cursor, token: ExpressionToken): Expression {
  if (token.text === 'null') return { kind: 'null' }
  if (token.text === 'true' || token.text === 'false') {
    return { kind: 'boolean', value: token.text === 'true' }
  }
  return token.text === 'case' ? cases(cursor, token) : functionCall(cursor, token)
}

function functionCall(cursor: Cursor, name: ExpressionToken): Expression {
  cursor.expect('(')
  const given: Expression[] = []
  if (!cursor.takeIf(')')) {
    do given.push(disjunction(cursor))
    while (cursor.takeIf(','))
    cursor.expect(')')
  }
  const seed = SEEDED[name.text] === given.length ? cursor.variableOf('default_seed') : undefined
  return callOf(name.text, seed ? [...given, seed] : given, name)
}

function cases(cursor: Cursor, token: ExpressionToken): Expression {
  const parts: Expression[] = []
  while (cursor.takeIf('when')) {
    parts.push(disjunction(cursor))
    cursor.expect('then')
    parts.push(disjunction(cursor))
  }
  if (parts.length === 0) throw unexpected(cursor.peek(), 'when')
  parts.push(cursor.takeIf('else') ? disjunction(cursor) : { kind: 'null' })
  cursor.expect('end')
  return callOf('case', parts, token)
}
