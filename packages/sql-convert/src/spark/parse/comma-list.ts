import type { Cursor } from './cursor.js'

/** One or more, with commas between. */
export function commaList<T>(cursor: Cursor, one: () => T): readonly T[] {
  const list = [one()]
  while (cursor.takeSymbol(',')) list.push(one())
  return list
}

/** In parentheses, none or more. */
export function parenthesized<T>(cursor: Cursor, one: () => T): readonly T[] {
  cursor.needSymbol('(')
  const list = cursor.atSymbol(')') ? [] : commaList(cursor, one)
  cursor.needSymbol(')')
  return list
}
