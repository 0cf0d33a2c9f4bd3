import { namedClassText, shorthandText } from './class-text.js'
import type { Atom } from './pattern.js'
import type { PatternReader } from './pattern-reader.js'

const CONTROLS: Readonly<Record<string, string>> = {
  a: '\u0007',
  e: '\u001b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

/** Behind a backslash: one character; undefined where it is something else, and nothing is taken. */
export function readEscapedCharacter(reader: PatternReader): string | undefined {
  const hex =
    reader.match(/x\{([0-9A-Fa-f]+)\}/) ??
    reader.match(/x([0-9A-Fa-f]{2})/) ??
    reader.match(/u([0-9A-Fa-f]{4})/)
  if (hex) return String.fromCodePoint(Number.parseInt(hex[1] ?? '', 16))
  const octal = reader.match(/0([0-3]?[0-7]{1,2})/)
  if (octal) return String.fromCodePoint(Number.parseInt(octal[1] ?? '', 8))
  const control = reader.match(/[aefnrt]/)
  if (control) return CONTROLS[control[0]]
  return reader.match(/[^A-Za-z0-9]/)?.[0]
}

/** What stands between brackets for a class behind a backslash, and whether it is turned round. */
export function readEscapedClass(
  reader: PatternReader,
): { readonly text: string; readonly not: boolean } | undefined {
  const named = reader.match(/([pP])(?:\{(\^?)([\w=]+)\}|([A-Z]))/)
  if (named) {
    const [, letter = '', hat = '', long, short = ''] = named
    const text = namedClassText(long ?? short)
    if (text === undefined) return reader.fail(`the class ${long ?? short}`)
    return { text, not: (letter === 'P') !== (hat === '^') }
  }
  const shorthand = reader.match(/[dDwWsShHvV]/)
  if (!shorthand) return undefined
  const letter = shorthand[0].toLowerCase()
  return { text: shorthandText(letter) ?? '', not: shorthand[0] !== letter }
}

const ANCHORS: Readonly<Record<string, string>> = {
  A: '\\A',
  b: '\\y',
  B: '\\Y',
  z: '\\Z',
  Z: '\\Z',
}

/** Behind a backslash outside of brackets. */
export function readEscape(reader: PatternReader, names: ReadonlyMap<string, number>): Atom {
  const named = reader.match(/k<(\w+)>/)
  if (named) {
    const group = names.get(named[1] ?? '')
    return group === undefined
      ? reader.fail(`no group ${named[1]}`)
      : { kind: 'back reference', group }
  }
  const back = reader.match(/[1-9]/)
  if (back) return { kind: 'back reference', group: Number(back[0]) }
  const anchor = reader.match(/[AbBzZ]/)
  if (anchor) {
    const text = ANCHORS[anchor[0]] ?? ''
    return { kind: 'anchor', text, atEnd: text === '\\Z' }
  }
  if (reader.take('R')) {
    return { kind: 'class', text: '(?:\\r\\n|[\\n\\v\\f\\r\\u0085\\u2028\\u2029])' }
  }
  const escaped = readEscapedClass(reader)
  if (escaped) return { kind: 'class', text: `[${escaped.not ? '^' : ''}${escaped.text}]` }
  const character = readEscapedCharacter(reader)
  if (character !== undefined) return { kind: 'character', character }
  return reader.fail(`\\${reader.next()}`)
}
