import type { Atom } from './pattern.js'

const POSIX: Readonly<Record<string, string>> = {
  '[:alpha:]': 'A-Za-z\\u0080',
  '[:upper:]': 'A-Z\\u0080',
  '[:lower:]': 'a-z\\u0080',
  '[:digit:]': '0-9\\u0080',
  '[:punct:]': '!-/:-@\\[-`{-~\\u0080',
  '[:space:]': '\\s\\u0080',
}

/** ASCII, and one character that stands for all others. */
const ALPHABET = Array.from({ length: 129 }, (_, code) => String.fromCharCode(code))
const EVERY = (1n << 129n) - 1n
const KNOWN = new Map<string, bigint>()

/** Which characters one atom takes, a bit for each; a group takes more than one and is not asked. */
export function charactersOf(
  atom: Extract<Atom, { readonly kind: 'character' | 'class' }>,
): bigint {
  if (atom.kind === 'character') {
    return 1n << BigInt(Math.min(atom.character.codePointAt(0) ?? 0, 128))
  }
  const known = KNOWN.get(atom.text) ?? scanned(atom.text)
  KNOWN.set(atom.text, known)
  return known
}

function scanned(text: string): bigint {
  const source = text.replaceAll(/\[:\w+:\]/g, (name) => POSIX[name] ?? '')
  if (source.includes('(?')) return EVERY
  const expression = new RegExp(`^${source}$`, 's')
  return ALPHABET.reduce(
    (mask, character, code) => (expression.test(character) ? mask | (1n << BigInt(code)) : mask),
    0n,
  )
}
