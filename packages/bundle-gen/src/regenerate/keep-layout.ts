import { diff3Merge } from 'node-diff3'
import { parse } from 'yaml'

/** Comparing lines takes long where thousands of them are equal; then the file is printed anew. */
const MOST_LINES = 20_000

/**
 * The changed text with the layout of the one on disk: lines that the change left alone keep their
 * indentation, quotes and padding.
 *
 * @param disk The text as the user laid it out.
 * @param printed The same, as we would print it.
 * @param changed What it should say now, as we would print it.
 */
export function keepLayout(disk: string, printed: string, changed: string): string {
  const newline = disk.includes('\r\n') ? '\r\n' : '\n'
  const own = disk.replaceAll('\r\n', '\n')
  if (own === printed) return changed.replaceAll('\n', newline)
  const [mine, base, wanted] = [own, printed, changed].map((text) => text.split('\n'))
  if (!mine || !base || !wanted || mine.length > MOST_LINES) return changed
  const merged = diff3Merge(mine, base, wanted, { excludeFalseConflicts: true })
    .flatMap((region) => region.ok ?? region.conflict?.b ?? [])
    .join('\n')
  // A line in the user's layout need not fit beside one in ours: then the file is printed anew.
  return saysTheSame(merged, changed) ? merged.replaceAll('\n', newline) : changed
}

function saysTheSame(merged: string, changed: string): boolean {
  try {
    return JSON.stringify(parse(merged)) === JSON.stringify(parse(changed))
  } catch {
    // Not YAML, so not the same.
    return false
  }
}
