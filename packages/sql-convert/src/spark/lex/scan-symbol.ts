import type { SymbolToken } from './token.js'

const LONG: ReadonlySet<string> = new Set([
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
])
const SHORT: ReadonlySet<string> = new Set('!%&()*+,-./:;<=>[]^{|}~@\\')

/** The longest symbol that stands here. */
export function scanSymbol(text: string, at: number): SymbolToken | undefined {
  const size = sizeAt(text, at)
  if (size === 0) return undefined
  return { kind: 'symbol', text: text.slice(at, at + size), start: at, end: at + size }
}

function sizeAt(text: string, at: number): number {
  if (LONG.has(text.slice(at, at + 3))) return 3
  if (LONG.has(text.slice(at, at + 2))) return 2
  return SHORT.has(text.charAt(at)) ? 1 : 0
}
