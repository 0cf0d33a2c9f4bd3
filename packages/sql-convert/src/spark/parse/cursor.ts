import { placeOf } from '../../source/span.js'
import { plainToken, type Token } from '../lex/token.js'
import { ParseError } from './parse-error.js'
import { RESERVED } from './reserved.js'

/** Reads tokens in order. What `take…` does not find it leaves, and says so with false or undefined. */
export class Cursor {
  readonly #tokens: readonly Token[]
  readonly #last: Token
  #position = 0
  /** How many `>` of the token here are closed already. */
  #closed = 0

  /** @param tokens the last of them is an `end` */
  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
    this.#last = tokens.at(-1) ?? plainToken('end', '', 0, 0)
  }

  peek(ahead = 0): Token {
    return this.#tokens[this.#position + ahead] ?? this.#last
  }

  next(): Token {
    const token = this.peek()
    this.#advance(1)
    return token
  }

  /** Whether these words stand here, one after the other. */
  at(first: string, second?: string, third?: string): boolean {
    return (
      this.peek().upper === first &&
      (second === undefined || this.peek(1).upper === second) &&
      (third === undefined || this.peek(2).upper === third)
    )
  }

  take(first: string, second?: string, third?: string): boolean {
    if (!this.at(first, second, third)) return false
    return this.#advance(third !== undefined ? 3 : second !== undefined ? 2 : 1)
  }

  /** As `take`, for any number of words. */
  takeAll(words: readonly string[]): boolean {
    return (
      words.every((word, place) => this.peek(place).upper === word) && this.#advance(words.length)
    )
  }

  atSymbol(symbol: string, ahead = 0): boolean {
    const token = this.peek(ahead)
    return token.kind === 'symbol' && token.text === symbol
  }

  takeSymbol(symbol: string): boolean {
    return this.atSymbol(symbol) && this.#advance(1)
  }

  need(first: string, second?: string, third?: string): void {
    if (this.take(first, second, third)) return
    this.fail([first, second, third].filter((word) => word !== undefined).join(' '))
  }

  needSymbol(symbol: string): void {
    if (!this.takeSymbol(symbol)) this.fail(`"${symbol}"`)
  }

  /** One `>`, also out of a `>>` or `>>>` that closes several types at once. */
  needClosingAngle(): void {
    const { kind, text } = this.peek()
    if (kind !== 'symbol' || !/^>{1,3}$/.test(text)) this.fail('">"')
    this.#closed = (this.#closed + 1) % text.length
    if (this.#closed === 0) this.#advance(1)
  }

  /** A name that is no reserved word, quoted or not. */
  takeName(): string | undefined {
    const token = this.peek()
    const isName =
      token.kind === 'quoted name' || (token.kind === 'word' && !RESERVED.has(token.upper))
    return isName && !this.#beginsWindows() && this.#advance(1) ? token.text : undefined
  }

  needName(what: string): string {
    return this.takeName() ?? this.fail(what)
  }

  /** Any word or quoted name, as a field or part of a qualified name may be. */
  needPart(what: string): string {
    const { kind, text } = this.peek()
    if (kind !== 'word' && kind !== 'quoted name') return this.fail(what)
    this.#advance(1)
    return text
  }

  string(): string | undefined {
    const { kind, text } = this.peek()
    return kind === 'string' && this.#advance(1) ? text : undefined
  }

  fail(expected: string): never {
    throw new ParseError(expected, textOf(this.peek()), placeOf(this.peek()))
  }

  /** Where the last token ends that was read: with the start of the first, the place of what was. */
  end(): number {
    return (this.#tokens[this.#position - 1] ?? this.peek()).end
  }

  position(): number {
    return this.#position
  }

  /** Goes back to a position, to read in another way. */
  reset(position: number): void {
    this.#position = position
  }

  #advance(by: number): true {
    this.#position = Math.min(this.#position + by, Math.max(0, this.#tokens.length - 1))
    return true
  }

  /** `WINDOW w AS` begins a clause, `window` alone is a name. */
  #beginsWindows(): boolean {
    return this.at('WINDOW') && this.peek(1).kind === 'word' && this.peek(2).upper === 'AS'
  }
}

function textOf({ kind, text }: Token): string {
  switch (kind) {
    case 'end':
      return 'the end'
    case 'word':
    case 'symbol':
      return `"${text}"`
    case 'quoted name':
      return `\`${text}\``
    case 'number':
      return text
    default:
      return `a ${kind}`
  }
}
