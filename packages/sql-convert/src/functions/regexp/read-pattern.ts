import type { Alternatives, Atom, Pattern, Piece, Quantifier } from './pattern.js'
import { type PatternReader, readerOf } from './pattern-reader.js'
import { readClass } from './read-class.js'
import { readEscape } from './read-escape.js'

/** PostgreSQL counts to 255 (RE_DUP_MAX of its regular expressions, 17). */
const MOST_REPEATS = 255

/** Line breaks, which Java's dot leaves out. */
const ANY_BUT_BREAKS = '[^\\n\\r]'

interface State {
  readonly reader: PatternReader
  readonly names: Map<string, number>
  readonly flags: ReadonlySet<string>
  groups: number
}

/** Reads a pattern of Java. Throws a PatternError for what PostgreSQL does not have. */
export function readPattern(pattern: string): Pattern {
  const reader = readerOf(pattern)
  const flags = new Set<string>()
  for (let found = readFlags(reader); found; found = readFlags(reader)) {
    for (const flag of found) flags.add(flag)
  }
  const state: State = { reader, names: new Map(), flags, groups: 0 }
  const body = readAlternatives(state)
  if (!reader.isAtEnd()) reader.fail('a bracket that closes nothing')
  return {
    body,
    groups: state.groups,
    names: state.names,
    ignoreCase: flags.has('i'),
    lines: flags.has('m'),
  }
}

/** `(?i)`, which PostgreSQL takes at the beginning only. */
function readFlags(reader: PatternReader): string | undefined {
  const found = reader.match(/\(\?([a-zA-Z]*)(?:-([a-zA-Z]*))?\)/)
  if (!found) return undefined
  const on = found[1] ?? ''
  if (/[^imsxuU]/.test(on + (found[2] ?? ''))) return reader.fail(`the flags ${found[0]}`)
  return on
}

function readAlternatives(state: State): Alternatives {
  const branches = [readBranch(state)]
  while (state.reader.take('|')) branches.push(readBranch(state))
  return branches
}

function readBranch(state: State): readonly Piece[] {
  const { reader, flags } = state
  const pieces: Piece[] = []
  while (!reader.isAtEnd() && !reader.peek('|') && !reader.peek(')')) {
    if (flags.has('x') && reader.match(/\s+|#[^\n]*/)) continue
    if (reader.take('\\Q')) {
      for (const character of quoted(reader))
        pieces.push({ atom: { kind: 'character', character } })
      continue
    }
    const atom = readAtom(state)
    const quantifier = readQuantifier(reader)
    if (quantifier && (atom.kind === 'anchor' || atom.kind === 'look')) {
      reader.fail('a repeated condition')
    }
    pieces.push({ atom, ...(quantifier && { quantifier }) })
  }
  return pieces
}

function quoted(reader: PatternReader): readonly string[] {
  return [...(reader.match(/([\s\S]*?)(?:\\E|$)/)?.[1] ?? '')]
}

function readAtom(state: State): Atom {
  const { reader, flags, names } = state
  if (reader.peek('(')) return readGroup(state)
  if (reader.take('[')) return readClass(reader)
  if (reader.take('\\')) return readEscape(reader, names)
  if (reader.take('.')) return { kind: 'class', text: flags.has('s') ? '.' : ANY_BUT_BREAKS }
  if (reader.take('^')) return { kind: 'anchor', text: '^', atEnd: false }
  if (reader.take('$')) return { kind: 'anchor', text: '$', atEnd: true }
  if (reader.match(/[*+?{]/)) return reader.fail('a quantifier of nothing')
  return { kind: 'character', character: reader.next() }
}

function readGroup(state: State): Atom {
  const { reader } = state
  const look = reader.match(/\(\?(<?[=!])/)?.[1]
  if (look === '=' || look === '!' || look === '<=' || look === '<!') {
    const before = state.groups
    const body = closed(state, readAlternatives(state))
    if (state.groups > before) reader.fail('a group within a look ahead or behind')
    return { kind: 'look', sign: look, body }
  }
  const named = reader.match(/\(\?<(\w+)>/)?.[1]
  if (named === undefined && reader.take('(?:')) {
    return { kind: 'group', body: closed(state, readAlternatives(state)) }
  }
  if (named === undefined && reader.peek('(?'))
    return reader.fail('flags within, or an atomic group,')
  if (named === undefined) reader.take('(')
  const capture = ++state.groups
  if (named !== undefined) state.names.set(named, capture)
  return { kind: 'group', capture, body: closed(state, readAlternatives(state)) }
}

function closed({ reader }: State, body: Alternatives): Alternatives {
  if (!reader.take(')')) reader.fail('a bracket that is not closed')
  return body
}

function readQuantifier(reader: PatternReader): Quantifier | undefined {
  const bounds = readBounds(reader)
  if (!bounds) return undefined
  if ((bounds.most ?? bounds.least) > MOST_REPEATS) reader.fail(`more than ${MOST_REPEATS} repeats`)
  if (reader.take('+')) reader.fail('a possessive quantifier')
  return { ...bounds, lazy: reader.take('?') }
}

function readBounds(
  reader: PatternReader,
): { readonly least: number; readonly most: number | undefined } | undefined {
  if (reader.take('*')) return { least: 0, most: undefined }
  if (reader.take('+')) return { least: 1, most: undefined }
  if (reader.take('?')) return { least: 0, most: 1 }
  const found = reader.match(/\{(\d+)(,?)(\d*)\}/)
  if (!found) return undefined
  const least = Number(found[1])
  if (found[2] === '') return { least, most: least }
  return { least, most: found[3] === '' ? undefined : Number(found[3]) }
}
