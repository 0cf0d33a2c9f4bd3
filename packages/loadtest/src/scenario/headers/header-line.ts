import type { Place } from '@lakebase/config'
import type { MetaArgument } from '../pgbench/meta-command.js'
import type { SqlText } from '../sql/sql-text.js'
import type { SqlToken } from '../sql/sql-tokens.js'

/** A comment that says something about its file. */
export interface HeaderLine {
  readonly word: 'WEIGHT' | 'PARAM' | 'PARAMETERS' | 'EXEC_COUNT'
  /** What stands behind the word, with its offset in the file. */
  readonly value: MetaArgument
  readonly placeOf: (part: MetaArgument) => Place
}

const WORDS = ['WEIGHT', 'PARAMETERS', 'EXEC_COUNT'] as const

/** Undefined for a comment that is prose, such as `-- weight of the parcel`. */
export function headerLine(token: SqlToken, sql: SqlText): HeaderLine | undefined {
  if (token.kind !== 'comment' || !token.text.startsWith('--')) return undefined
  const head = /^--\s*(\w+)\s*(:?)\s*/.exec(token.text)
  if (!head) return undefined
  const [start, name = '', colon] = head
  const text = token.text.slice(start.length).trimEnd()
  const word = WORDS.find((one) => one === name.toUpperCase())
  const value = { text, start: token.start + start.length }
  const placeOf = (part: MetaArgument) =>
    sql.place(part.start, part.start + Math.max(part.text.length, 1))
  if (word) return colon ? { word, value, placeOf } : undefined
  const isParam = name === 'PARAM' || (name.toUpperCase() === 'PARAM' && /^\w+\s*=/.test(text))
  return isParam && !colon ? { word: 'PARAM', value, placeOf } : undefined
}
