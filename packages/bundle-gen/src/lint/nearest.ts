/** The word that was probably meant, a few letters away; undefined when none is near. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  // Nobody mistypes a word into a sentence, and the distance of two long texts is dear.
  if (word.length > 60) return undefined
  const plain = word.toLowerCase()
  let best: { readonly word: string; readonly steps: number } | undefined
  for (const one of words) {
    const steps = distance(plain, one.toLowerCase())
    if (best === undefined || steps < best.steps) best = { word: one, steps }
  }
  const limit = Math.max(1, Math.floor(plain.length / 3))
  return best !== undefined && best.steps <= limit ? best.word : undefined
}

/** Letters to add, drop or replace. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...a].entries()) {
    let diagonal = row[0] ?? 0
    const next = [i + 1]
    for (const [j, other] of [...b].entries()) {
      const above = row[j + 1] ?? 0
      next.push(Math.min(above + 1, (next[j] ?? 0) + 1, diagonal + (letter === other ? 0 : 1)))
      diagonal = above
    }
    row = next
  }
  return row.at(-1) ?? 0
}
