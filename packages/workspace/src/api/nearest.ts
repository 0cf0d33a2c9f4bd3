/** The name that differs by the fewest letters, if it is by no more than a third of them. */
export function nearest(written: string, names: readonly string[]): string | undefined {
  const [best] = names
    .map((name) => ({ name, distance: distance(written.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
  return best && best.distance <= written.length / 3 ? best.name : undefined
}

/** Levenshtein's, a row of the table at a time. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [line, letter] of [...from].entries()) {
    let left = line + 1
    const next = [left]
    for (let column = 0; column < to.length; column += 1) {
      const above = row[column + 1] ?? 0
      const corner = row[column] ?? 0
      left = Math.min(left + 1, above + 1, corner + (letter === to[column] ? 0 : 1))
      next.push(left)
    }
    row = next
  }
  return row[to.length] ?? 0
}
