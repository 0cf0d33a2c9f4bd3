const STEPS = 1024

/**
 * How many standard errors to each side hold `confidence` of Student's t with `freedom` degrees (1 or
 * more, not necessarily whole). With t = sqrt(freedom) tan(x) the density becomes cos(x)^(freedom - 1),
 * which is summed up from the middle until the share is reached.
 */
export function studentQuantile(confidence: number, freedom: number): number {
  const width = Math.PI / 2 / STEPS
  const masses = Array.from(
    { length: STEPS },
    (_, step) => Math.cos((step + 0.5) * width) ** (freedom - 1),
  )
  const wanted = confidence * masses.reduce((sum, mass) => sum + mass, 0)
  let seen = 0
  for (const [step, mass] of masses.entries()) {
    if (seen + mass >= wanted)
      return Math.sqrt(freedom) * Math.tan((step + (wanted - seen) / mass) * width)
    seen += mass
  }
  return Number.POSITIVE_INFINITY
}
