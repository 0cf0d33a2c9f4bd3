import type { SqlToken } from '../sql/sql-tokens.js'

/** A meta command taken apart; offsets are those of the script. */
export interface MetaCommand {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly rest: MetaArgument
}

export interface MetaArgument {
  readonly text: string
  readonly start: number
}

/** `\set x 1` is `set` with the rest `x 1`. */
export function metaCommand({ text, start, end }: SqlToken): MetaCommand {
  const name = /^\\\s*(\S*)/.exec(text)
  const length = name?.[0].length ?? 1
  return {
    name: name?.[1]?.toLowerCase() ?? '',
    start,
    end,
    rest: trimmed(text.slice(length), start + length),
  }
}

/** The first word and what comes behind it. */
export function firstWord({ text, start }: MetaArgument): {
  readonly word: string
  readonly rest: MetaArgument
} {
  const word = /^\S*/.exec(text)?.[0] ?? ''
  return { word, rest: trimmed(text.slice(word.length), start + word.length) }
}

function trimmed(text: string, start: number): MetaArgument {
  const inner = text.trimStart()
  return { text: inner.trimEnd(), start: start + text.length - inner.length }
}
