/** From here on a Poisson distribution is as good as normal. */
const NORMAL_FROM = 200
const HALVINGS = 60

/**
 * How many rows share a key, at so many even steps through the distribution of keys: a Poisson
 * distribution without its zero, since a key that no row has is not in the index.
 *
 * @param mean rows of a key, at least 1
 */
export function groupSizes(mean: number, groups: number): readonly number[] {
  if (mean <= 1) return Array.from({ length: groups }, () => 1)
  const rate = rateOf(mean)
  return rate < NORMAL_FROM ? poissonSteps(rate, groups) : normalSteps(rate, groups)
}

/** Solves rate / (1 - e^-rate) = mean, the mean of the distribution without zero. */
function rateOf(mean: number): number {
  let low = 0
  let high = mean
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2
    if (middle / -Math.expm1(-middle) < mean) low = middle
    else high = middle
  }
  return (low + high) / 2
}

function poissonSteps(rate: number, groups: number): readonly number[] {
  let size = 1
  let probability = (rate * Math.exp(-rate)) / -Math.expm1(-rate)
  let cumulated = probability
  return Array.from({ length: groups }, (_, index) => {
    const quantile = (index + 0.5) / groups
    while (cumulated < quantile && probability > 0) {
      size++
      probability *= rate / size
      cumulated += probability
    }
    return size
  })
}

function normalSteps(rate: number, groups: number): readonly number[] {
  return Array.from({ length: groups }, (_, index) => {
    const deviations = normalQuantile((index + 0.5) / groups)
    return Math.max(1, Math.round(rate + deviations * Math.sqrt(rate)))
  })
}

/** Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.23; error below 0.00045. */
function normalQuantile(probability: number): number {
  const tail = Math.min(probability, 1 - probability)
  const t = Math.sqrt(-2 * Math.log(tail))
  const numerator = 2.515_517 + t * (0.802_853 + t * 0.010_328)
  const denominator = 1 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308))
  const distance = t - numerator / denominator
  return probability < 0.5 ? -distance : distance
}
