import type { SqlToken } from './sql-tokens.js'

/** Tables that a statement reads (`FROM`, `JOIN`) and writes, each as its parts in lower case. */
export interface TableNames {
  readonly read: readonly (readonly string[])[]
  readonly written: readonly (readonly string[])[]
}

/** Collects the names after the keywords that take one. Aliases and functions do no harm: they match no table. */
export function tableNames(tokens: readonly SqlToken[]): TableNames {
  const read: (readonly string[])[] = []
  const written: (readonly string[])[] = []
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word') continue
    const keyword = token.text.toUpperCase()
    const before = tokens[index - 1]?.text.toUpperCase()
    const name = nameAt(tokens, index + 1)
    if (writes(keyword, before)) written.push(name)
    else if (keyword === 'FROM' || keyword === 'JOIN' || keyword === 'USING') read.push(name)
  }
  return { read: read.filter(isName), written: written.filter(isName) }
}

function writes(keyword: string, before: string | undefined): boolean {
  if (keyword === 'INTO') return before === 'INSERT' || before === 'MERGE'
  if (keyword === 'FROM') return before === 'DELETE'
  // FOR UPDATE, DO UPDATE and NO KEY UPDATE name no table.
  if (keyword === 'UPDATE') return !['FOR', 'DO', 'KEY', 'THEN', 'ON'].includes(before ?? '')
  if (keyword === 'TABLE') return before === 'TRUNCATE'
  return keyword === 'TRUNCATE'
}

function nameAt(tokens: readonly SqlToken[], from: number): readonly string[] {
  const skipped = tokens[from]?.text.toUpperCase()
  const start = skipped === 'ONLY' || skipped === 'TABLE' ? from + 1 : from
  const parts: string[] = []
  for (let index = start; index < tokens.length; index += 2) {
    const token = tokens[index]
    if (token?.kind !== 'word' && token?.kind !== 'quoted') break
    parts.push(token.text.toLowerCase())
    if (tokens[index + 1]?.text !== '.') break
  }
  return parts
}

function isName(parts: readonly string[]): boolean {
  return parts.length > 0
}
