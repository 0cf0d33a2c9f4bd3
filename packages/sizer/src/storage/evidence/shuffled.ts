/** Source: the "minimal standard" generator, Park and Miller, CACM 31 (1988). */
const MULTIPLIER = 48_271
const MODULUS = 2_147_483_647

/** The same order each time for the same seed: estimates must not change from run to run. */
export function shuffled(numbers: readonly number[], seed: number): readonly number[] {
  const order = Float64Array.from(numbers)
  let state = ((seed + 1) * MULTIPLIER) % MODULUS
  for (let last = order.length - 1; last > 0; last--) {
    state = (state * MULTIPLIER) % MODULUS
    const other = state % (last + 1)
    const moved = order[last] ?? 0
    order[last] = order[other] ?? 0
    order[other] = moved
  }
  return [...order]
}
