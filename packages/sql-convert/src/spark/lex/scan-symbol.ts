import type { SymbolToken } from './token.js'

/** The longer ones first. */
const SYMBOLS = [
  '<=>',
  '>>>',
  '!=',
  '!<',
  '!>',
  '->',
  '::',
  '<=',
  '<>',
  '<<',
  '==',
  '=>',
  '>=',
  '>>',
  '||',
  '|>',
  '!',
  '%',
  '&',
  '(',
  ')',
  '*',
  '+',
  ',',
  '-',
  '.',
  '/',
  ':',
  ';',
  '<',
  '=',
  '>',
  '[',
  ']',
  '^',
  '{',
  '|',
  '}',
  '~',
  '@',
  '\\',
]

export function scanSymbol(text: string, at: number): SymbolToken | undefined {
  const symbol = SYMBOLS.find((one) => text.startsWith(one, at))
  if (symbol === undefined) return undefined
  return { kind: 'symbol', text: symbol, start: at, end: at + symbol.length }
}
