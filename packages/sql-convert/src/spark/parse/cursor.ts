import type { Span } from '../../source/span.js'
import type { Token } from '../lex/token.js'
import { ParseError } from './parse-error.js'
import { RESERVED } from './reserved.js'

/** Reads tokens in order. What `take…` does not find it leaves, and says so with false or undefined. */
export interface Cursor {
  readonly peek: (ahead?: number) => Token
  readonly next: () => Token
  /** Whether these words stand here, one after the other. */
  readonly at: (...words: readonly string[]) => boolean
  readonly take: (...words: readonly string[]) => boolean
  readonly atSymbol: (symbol: string, ahead?: number) => boolean
  readonly takeSymbol: (symbol: string) => boolean
  readonly need: (...words: readonly string[]) => void
  readonly needSymbol: (symbol: string) => void
  /** One `>`, also out of a `>>` or `>>>` that closes several types at once. */
  readonly needClosingAngle: () => void
  /** A name that is no reserved word, quoted or not. */
  readonly takeName: () => string | undefined
  readonly needName: (what: string) => string
  /** Any word or quoted name, as a field or part of a qualified name may be. */
  readonly needPart: (what: string) => string
  readonly string: () => string | undefined
  readonly fail: (expected: string) => never
  /** From a token to the last one read. */
  readonly spanFrom: (first: Span) => Span
  readonly position: () => number
  /** Goes back to a position, to read in another way. */
  readonly reset: (position: number) => void
}

export function cursorOf(tokens: readonly Token[]): Cursor {
  const last = tokens.at(-1) ?? { kind: 'end', start: 0, end: 0 }
  let position = 0
  /** How many `>` of the token here are closed already. */
  let closed = 0

  const peek = (ahead = 0): Token => tokens[position + ahead] ?? last
  const advance = (by = 1) => {
    position = Math.min(position + by, Math.max(0, tokens.length - 1))
    return true
  }
  const at: Cursor['at'] = (...words) => {
    for (let ahead = 0; ahead < words.length; ahead++) {
      if (!isWord(peek(ahead), words[ahead])) return false
    }
    return true
  }
  const take: Cursor['take'] = (...words) => at(...words) && advance(words.length)
  const atSymbol: Cursor['atSymbol'] = (symbol, ahead = 0) => {
    const token = peek(ahead)
    return token.kind === 'symbol' && token.text === symbol
  }
  const takeSymbol: Cursor['takeSymbol'] = (symbol) => atSymbol(symbol) && advance()
  const fail = (expected: string): never => {
    throw new ParseError(expected, textOf(peek()), peek())
  }
  /** `WINDOW w AS` begins a clause, `window` alone is a name. */
  const beginsWindows = (token: Token) =>
    isWord(token, 'WINDOW') && peek(1).kind === 'word' && isWord(peek(2), 'AS')
  const takeName = () => {
    const token = peek()
    return isName(token) && !beginsWindows(token) && advance() ? token.text : undefined
  }
  const closeAngle = (token: Token) => {
    if (token.kind !== 'symbol' || !/^>{1,3}$/.test(token.text)) return fail('">"')
    closed = (closed + 1) % token.text.length
    if (closed === 0) advance()
  }
  const takePart = () => {
    const token = peek()
    return isPart(token) && advance() ? token.text : undefined
  }
  const string = () => {
    const token = peek()
    return token.kind === 'string' && advance() ? token.value : undefined
  }
  return {
    peek,
    next: () => {
      const token = peek()
      advance()
      return token
    },
    at,
    take,
    atSymbol,
    takeSymbol,
    need: (...words) => void (take(...words) || fail(words.join(' '))),
    needSymbol: (symbol) => void (takeSymbol(symbol) || fail(`"${symbol}"`)),
    needClosingAngle: () => closeAngle(peek()),
    takeName,
    needName: (what) => takeName() ?? fail(what),
    needPart: (what) => takePart() ?? fail(what),
    string,
    fail,
    spanFrom: (first) => ({ start: first.start, end: tokens[position - 1]?.end ?? first.end }),
    position: () => position,
    reset: (to) => {
      position = to
    },
  }
}

type Name = Extract<Token, { readonly kind: 'quoted name' | 'word' }>

function isPart(token: Token): token is Name {
  return token.kind === 'word' || token.kind === 'quoted name'
}

function isName(token: Token): token is Name {
  return isPart(token) && (token.kind === 'quoted name' || !RESERVED.has(token.upper))
}

function isWord(token: Token, word: string | undefined): boolean {
  return token.kind === 'word' && token.upper === word
}

function textOf(token: Token): string {
  switch (token.kind) {
    case 'end':
      return 'the end'
    case 'word':
    case 'symbol':
      return `"${token.text}"`
    case 'quoted name':
      return `\`${token.text}\``
    case 'number':
      return token.digits
    default:
      return `a ${token.kind}`
  }
}
