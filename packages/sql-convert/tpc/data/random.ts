/** The same numbers in every run: data that differ from run to run prove nothing twice. */
export interface Random {
  /** A whole number from `least` to `largest`, both included. */
  readonly int: (least: number, largest: number) => number
  /** A decimal of two digits, as text, so that nothing is rounded on the way. */
  readonly cents: (least: number, largest: number) => string
  readonly pick: <Value>(values: readonly Value[]) => Value
  readonly chance: (share: number) => boolean
}

export function randomOf(seed: number): Random {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (least: number, largest: number) => least + Math.floor(next() * (largest - least + 1))
  return {
    int,
    cents: (least, largest) => centsText(int(least * 100, largest * 100)),
    pick: (values) => {
      const value = values[int(0, values.length - 1)]
      if (value === undefined) throw new RangeError('nothing to pick from')
      return value
    },
    chance: (share) => next() < share,
  }
}

export function centsText(cents: number): string {
  return (cents / 100).toFixed(2)
}
