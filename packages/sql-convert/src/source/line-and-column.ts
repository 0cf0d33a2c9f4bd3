/** A place as editors show it: both count from 1, columns in UTF-16 units. */
export interface LineAndColumn {
  readonly line: number
  readonly column: number
}

/** The line and column of an offset. Lines end as PostgreSQL ends them: CR, LF or both. */
export function lineAndColumn(text: string, offset: number): LineAndColumn {
  let line = 1
  let start = 0
  for (const { 0: end, index } of text.slice(0, offset).matchAll(/\r\n|\n|\r/g)) {
    line++
    start = index + end.length
  }
  return { line, column: offset - start + 1 }
}
