import type { Random } from './random.js'

/**
 * pgbench's `random_gaussian`: a normal distribution around the middle, cut off at `parameter` standard
 * deviations to both sides (PostgreSQL documentation, pgbench, "Functions"). 0 up to `count`, without it.
 */
export function gaussian(count: number, parameter: number): (random: Random) => number {
  return (random) => {
    let deviation = normal(random)
    while (deviation < -parameter || deviation >= parameter) deviation = normal(random)
    return Math.min(Math.floor((count * (deviation + parameter)) / (2 * parameter)), count - 1)
  }
}

/** pgbench's `random_exponential`: 0 is the most frequent, the larger the parameter the more so. */
export function exponential(count: number, parameter: number): (random: Random) => number {
  const cut = Math.exp(-parameter)
  return (random) => {
    const uniform = 1 - random.fraction()
    const share = -Math.log(cut + (1 - cut) * uniform) / parameter
    return Math.min(Math.floor(count * share), count - 1)
  }
}

/** Box and Muller, one of its two numbers: the other would have to be kept from draw to draw. */
function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.fraction()))
  return radius * Math.sin(2 * Math.PI * random.fraction())
}
