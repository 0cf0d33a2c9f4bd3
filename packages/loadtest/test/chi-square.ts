/**
 * The chance that counts as far from what was expected, or farther, come up by chance alone. Wilson and
 * Hilferty's approximation of the chi-square distribution, good to a few percent of the chance itself.
 */
export function chiSquare(seen: readonly number[], expected: readonly number[]): number {
  const statistic = seen.reduce((sum, count, index) => {
    const wanted = expected[index] ?? 0
    return sum + (count - wanted) ** 2 / wanted
  }, 0)
  const freedom = seen.length - 1
  const spread = 2 / (9 * freedom)
  const z = (Math.cbrt(statistic / freedom) - (1 - spread)) / Math.sqrt(spread)
  return 1 - normalShare(z)
}

/** Abramowitz and Stegun 26.2.17, within 7.5e-8. */
function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const factors = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429]
  const sum = factors.reduceRight((tail, factor) => (tail + factor) * t, 0)
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum
  return z >= 0 ? 1 - tail : tail
}
