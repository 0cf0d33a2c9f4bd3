import type { Place } from '../finding.js'

/** A file's text, with lines to point at. */
export interface SourceFile {
  readonly file: string
  readonly text: string
  readonly lines: readonly string[]
  /** Where the characters from `start` to `end` (exclusive) stand; offsets outside are moved to the nearest place. */
  readonly place: (start: number, end: number) => Place
}

/** Indexes the text once, so that each place costs a binary search. */
export function sourceFile(file: string, text: string): SourceFile {
  const lines = text.split('\n')
  const starts: number[] = []
  let offset = 0
  for (const line of lines) {
    starts.push(offset)
    offset += line.length + 1
  }
  const place = (start: number, end: number): Place => {
    const from = Math.min(Math.max(start, 0), text.length)
    const index = lineIndex(starts, from)
    const excerpt = (lines[index] ?? '').replace(/\r$/, '')
    const column = Math.min(from - (starts[index] ?? 0), excerpt.length)
    const length = Math.max(1, Math.min(end - from, excerpt.length - column))
    return { file, line: index + 1, column: column + 1, length, excerpt }
  }
  return { file, text, lines, place }
}

/** The last line that starts at or before the offset. */
function lineIndex(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
