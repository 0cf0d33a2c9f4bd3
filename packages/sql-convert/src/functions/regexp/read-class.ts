import { inBrackets } from './class-text.js'
import type { Atom } from './pattern.js'
import type { PatternReader } from './pattern-reader.js'
import { readEscapedCharacter, readEscapedClass } from './read-escape.js'

interface Member {
  readonly text: string
  /** `\W` among others: everything but these. */
  readonly not: boolean
  /** The one character it is, where a range may begin or end. */
  readonly character?: string
}

/** `[…]`, its bracket read already. */
export function readClass(reader: PatternReader): Atom {
  const not = reader.take('^')
  const members: Member[] = []
  do members.push(readMember(reader))
  while (!reader.take(']'))
  const turned = members.filter((member) => member.not)
  const plain = members.filter((member) => !member.not).map(({ text }) => text)
  if (turned.length === 0) return { kind: 'class', text: `[${not ? '^' : ''}${plain.join('')}]` }
  const [only] = turned
  if (turned.length > 1 || only === undefined) return reader.fail('two classes turned round')
  if (plain.includes(only.text)) return everything(reader, not)
  const rest = plain.join('')
  if (rest === '') return { kind: 'class', text: `[${not ? '' : '^'}${only.text}]` }
  // Everything but these, or one of the others: a choice between two brackets.
  if (!not) return { kind: 'class', text: `(?:[^${only.text}]|[${rest}])` }
  return { kind: 'class', text: `(?:(?![${rest}])[${only.text}])` }
}

/** `[\s\S]` */
function everything(reader: PatternReader, not: boolean): Atom {
  return not ? reader.fail('a class without characters') : { kind: 'class', text: '.' }
}

function readMember(reader: PatternReader): Member {
  if (reader.peek('&&')) return reader.fail('an intersection of classes')
  if (reader.take('[')) {
    const inner = readClass(reader)
    const [, text] = inner.kind === 'class' ? (/^\[([^^].*)\]$/s.exec(inner.text) ?? []) : []
    return text === undefined ? reader.fail('a class in a class') : { text, not: false }
  }
  if (reader.take('\\Q')) return readQuoted(reader)
  const first = readOne(reader)
  if (first.character === undefined || reader.peek('-]') || !reader.take('-')) return first
  const last = readOne(reader)
  if (last.character === undefined) return reader.fail('a range of classes')
  return { text: `${first.text}-${last.text}`, not: false }
}

function readOne(reader: PatternReader): Member {
  if (!reader.take('\\')) return single(reader.next())
  const escaped = readEscapedClass(reader)
  if (escaped) return escaped
  const character = readEscapedCharacter(reader)
  return character === undefined ? reader.fail(`\\${reader.next()} in a class`) : single(character)
}

function single(character: string): Member {
  return { text: inBrackets(character), not: false, character }
}

function readQuoted(reader: PatternReader): Member {
  const quoted = reader.match(/([\s\S]*?)\\E/)?.[1] ?? reader.fail('\\Q without \\E')
  return { text: [...quoted].map(inBrackets).join(''), not: false }
}
