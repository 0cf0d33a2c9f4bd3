import type { Place } from '../finding.js'
import { findSecrets, type SecretSpan } from '../secrets/find-secrets.js'
import { redact } from '../secrets/redact.js'

/** A file's text by lines, safe to show: secrets are replaced. */
export interface SourceText {
  readonly file: string
  readonly text: string
  readonly secrets: readonly SecretSpan[]
  /** Lines as they may be shown, without line ends. */
  readonly shownLines: readonly string[]
  /** Where the characters from `start` to `end` (exclusive) stand. Outside offsets are moved to the nearest place. */
  readonly place: (start: number, end: number) => Place
}

/** Indexes the text once, so that each place costs a binary search. */
export function sourceText(text: string, file: string): SourceText {
  const starts = lineStarts(text)
  const secrets = findSecrets(text)
  const shownLines = redact(text, secrets)
    .split('\n')
    .map((line) => line.replace(/\r$/, ''))
  const place = (start: number, end: number): Place => {
    const from = Math.min(Math.max(start, 0), text.length)
    const index = lineIndex(starts, from)
    const excerpt = shownLines[index] ?? ''
    const offset = Math.min(from - (starts[index] ?? 0), excerpt.length)
    const length = Math.max(1, Math.min(end - from, excerpt.length - offset))
    return { file, line: index + 1, column: offset + 1, length, excerpt }
  }
  return { file, text, secrets, shownLines, place }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
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
