/** Java's predefined classes are of ASCII; PostgreSQL's `\w` would take letters of all languages. */
const INSIDE: Readonly<Record<string, string>> = {
  d: '0-9',
  w: 'A-Za-z0-9_',
  s: ' \\t\\n\\v\\f\\r',
  h: ' \\t\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000',
  v: '\\n\\v\\f\\r\\u0085\\u2028\\u2029',
}

/** Source: java.util.regex.Pattern (Java 17), POSIX and Unicode classes. */
const NAMED: Readonly<Record<string, string>> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\\u0001-\\u007f',
  Alpha: 'A-Za-z',
  Digit: '0-9',
  Alnum: 'A-Za-z0-9',
  Punct: '!-/:-@\\[-`{-~',
  Graph: '!-~',
  Print: ' -~',
  Blank: ' \\t',
  Cntrl: '\\u0001-\\u001f\\u007f',
  XDigit: '0-9A-Fa-f',
  Space: ' \\t\\n\\v\\f\\r',
  L: '[:alpha:]',
  IsL: '[:alpha:]',
  IsLetter: '[:alpha:]',
  IsAlphabetic: '[:alpha:]',
  Lu: '[:upper:]',
  IsLu: '[:upper:]',
  IsUppercase: '[:upper:]',
  javaUpperCase: '[:upper:]',
  Ll: '[:lower:]',
  IsLl: '[:lower:]',
  IsLowercase: '[:lower:]',
  javaLowerCase: '[:lower:]',
  N: '[:digit:]',
  Nd: '[:digit:]',
  IsDigit: '[:digit:]',
  P: '[:punct:]',
  IsPunctuation: '[:punct:]',
  IsWhite_Space: '[:space:]',
}

/** What stands between brackets for `\d`, `\w`, `\s`, `\h`, `\v`, without its backslash. */
export function shorthandText(letter: string): string | undefined {
  return INSIDE[letter]
}

/** What stands between brackets for `\p{name}`. */
export function namedClassText(name: string): string | undefined {
  return NAMED[name]
}

/** A character that may stand between brackets. */
export function inBrackets(character: string): string {
  return /[\\\]^[-]/.test(character) ? `\\${character}` : printable(character)
}

/** A character that may stand outside of brackets. */
export function asAtom(character: string): string {
  return /[\\^$.[\]|()*+?{}]/.test(character) ? `\\${character}` : printable(character)
}

function printable(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code >= 32 && code !== 127) return character
  return `\\u${code.toString(16).padStart(4, '0')}`
}
