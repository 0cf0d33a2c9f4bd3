import { type PlainToken, plainToken } from './token.js'

/** A longer one before those that begin like it. */
const SYMBOLS = [
  ...[
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
  ],
  ...'!%&()*+,-./:;<=>[]^{|}~@\\',
]

/** The symbols that begin with a character, by its code. */
const BY_FIRST: readonly (readonly string[] | undefined)[] = Array.from(
  { length: 128 },
  (_, code) => {
    const found = SYMBOLS.filter((symbol) => symbol.charCodeAt(0) === code)
    return found.length === 0 ? undefined : found
  },
)

/** The longest symbol that stands here. */
export function scanSymbol(text: string, at: number): PlainToken | undefined {
  const symbol = BY_FIRST[text.charCodeAt(at)]?.find((one) => text.startsWith(one, at))
  return symbol === undefined ? undefined : plainToken('symbol', symbol, at, at + symbol.length)
}
