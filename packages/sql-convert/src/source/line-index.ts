/** A place as editors show it: both count from 1, columns in UTF-16 units. */
export interface LineAndColumn {
  readonly line: number
  readonly column: number
}

/** The lines of a text. They end as PostgreSQL ends them: CR, LF or both. */
export interface LineIndex {
  /** Where an offset stands. */
  readonly at: (offset: number) => LineAndColumn
  /** The text of a line, counted from 1, without its end. */
  readonly line: (number: number) => string
}

/** Reads the text once, so that many places can be asked for. */
export function lineIndex(text: string): LineIndex {
  const starts = [0]
  for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length)
  return {
    at: (offset) => {
      const line = lastNotAfter(starts, offset)
      return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 }
    },
    line: (number) =>
      text.slice(starts[number - 1] ?? text.length, starts[number]).replace(/[\r\n]+$/, ''),
  }
}

/** The place of the last number that is not after the one given. */
function lastNotAfter(sorted: readonly number[], wanted: number): number {
  let [low, high] = [0, sorted.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((sorted[middle] ?? 0) <= wanted) low = middle
    else high = middle - 1
  }
  return low
}
