import { PatternError } from './pattern.js'

/** The characters of a pattern, one after the other. */
export interface PatternReader {
  readonly peek: (text: string) => boolean
  readonly take: (text: string) => boolean
  /** What the expression finds right here. */
  readonly match: (expression: RegExp) => RegExpExecArray | undefined
  readonly next: () => string
  readonly isAtEnd: () => boolean
  readonly fail: (what: string) => never
}

export function readerOf(pattern: string): PatternReader {
  let at = 0
  const fail = (what: string): never => {
    throw new PatternError(`${what} in the pattern ${pattern}`)
  }
  return {
    peek: (text) => pattern.startsWith(text, at),
    take: (text) => {
      const isThere = pattern.startsWith(text, at)
      if (isThere) at += text.length
      return isThere
    },
    match: (expression) => {
      const sticky = new RegExp(expression.source, 'yu')
      sticky.lastIndex = at
      const found = sticky.exec(pattern)
      if (found === null) return undefined
      at += found[0].length
      return found
    },
    next: () => {
      const code = pattern.codePointAt(at)
      if (code === undefined) return fail('an end too early')
      const character = String.fromCodePoint(code)
      at += character.length
      return character
    },
    isAtEnd: () => at >= pattern.length,
    fail,
  }
}
