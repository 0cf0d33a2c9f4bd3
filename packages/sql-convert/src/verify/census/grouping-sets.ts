/** Above this the sets are not written out. */
const MOST = 512

/** `ROLLUP (a, b)`: (a, b), (a), (). */
export function rollupSets<Key>(parts: readonly (readonly Key[])[]): readonly (readonly Key[])[] {
  return [...parts.keys(), parts.length].reverse().map((length) => parts.slice(0, length).flat())
}

/** `CUBE (a, b)`: (a, b), (a), (b), (). */
export function subsets<Key>(
  parts: readonly (readonly Key[])[],
): readonly (readonly Key[])[] | undefined {
  return product(parts.map((part) => [part, []]))
}

/** Each set of the first list with each of the second, and so on. */
export function product<Key>(
  lists: readonly (readonly (readonly Key[])[] | undefined)[],
): readonly (readonly Key[])[] | undefined {
  let sets: readonly (readonly Key[])[] = [[]]
  for (const list of lists) {
    if (!list || sets.length * list.length > MOST) return undefined
    sets = sets.flatMap((set) => list.map((more) => [...set, ...more]))
  }
  return sets
}
