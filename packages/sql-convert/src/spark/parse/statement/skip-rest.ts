import type { Cursor } from '../cursor.js'

/** To the end of the statement: what stands there is about files, and nothing of it is converted. */
export function skipRest(cursor: Cursor): void {
  while (cursor.peek().kind !== 'end' && !cursor.atSymbol(';')) cursor.next()
}
