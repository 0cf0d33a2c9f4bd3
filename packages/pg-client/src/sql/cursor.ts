import type { Row } from 'postgres'
import { createTag, type RunStatement, type SqlValue, type Statement } from './query.js'

/** Rows that come when they are asked for. */
export interface Cursor<T> {
  /** At most so many at a time. Leaving the loop early gives the connection back. */
  readonly rows: (size: number) => AsyncIterable<T[]>
}

export type CursorTag = <T = Row>(
  strings: TemplateStringsArray,
  ...values: readonly SqlValue[]
) => Cursor<T>

export function createCursorTag(
  open: <T>(statement: Statement<Row[]>, size: number) => AsyncIterable<T[]>,
): CursorTag {
  return (strings, ...values) => {
    const query = createTag(unused)(strings, ...values)
    return { rows: (size) => open((sql) => query.on(sql), size) }
  }
}

const unused: RunStatement = () => Promise.reject(new Error('a cursor is read by rows()'))
