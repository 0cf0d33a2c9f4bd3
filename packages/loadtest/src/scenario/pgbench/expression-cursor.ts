import type { Expression } from '../generator.js'
import { ExpressionError } from './expression-error.js'
import { type ExpressionToken, expressionTokens } from './expression-tokens.js'

/** What `:name` stands for, a constant or a slot; undefined for what was not set before. */
export type VariableOf = (name: string) => Expression | undefined

/** Where the reader of an expression stands. */
export interface Cursor {
  readonly variableOf: VariableOf
  readonly peek: () => ExpressionToken
  readonly take: () => ExpressionToken
  /** The next token when it is one of these words or operators. */
  readonly takeIf: (...texts: readonly string[]) => ExpressionToken | undefined
  readonly expect: (wanted: string) => void
}

export function expressionCursor(text: string, variableOf: VariableOf): Cursor {
  const tokens = expressionTokens(text)
  const [first] = tokens
  let at = 0
  const peek = () => tokens[at] ?? tokens.at(-1) ?? first
  const take = () => {
    const token = peek()
    at += 1
    return token
  }
  const takeIf = (...texts: readonly string[]) => {
    const { kind, text: found } = peek()
    return (kind === 'word' || kind === 'operator') && texts.includes(found) ? take() : undefined
  }
  const expect = (wanted: string) => {
    if (!takeIf(wanted)) throw unexpected(peek(), `"${wanted}"`)
  }
  return { variableOf, peek, take, takeIf, expect }
}

export function unexpected(token: ExpressionToken, wanted: string): ExpressionError {
  const found = token.kind === 'end' ? 'the end' : `"${token.text}"`
  return new ExpressionError(`expected ${wanted}, found ${found}`, token)
}
