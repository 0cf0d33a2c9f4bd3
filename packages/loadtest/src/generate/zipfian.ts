import type { Random } from './random.js'

/**
 * Ranks 1 to `count`, rank r as often as r to the power of minus `exponent`. Rejection-inversion of Hörmann and
 * Derflinger ("Rejection-inversion to generate variates from monotone discrete distributions", 1996):
 * exact for any count up to 2^52 and any exponent above 0, about 1.1 tries a draw, no table.
 */
export function zipfian(count: number, exponent: number): (random: Random) => number {
  const power = (x: number) => Math.exp(-exponent * Math.log(x))
  /** The integral of x^-exponent from 1. */
  const integral = (x: number) => {
    const log = Math.log(x)
    return expm1Ratio((1 - exponent) * log) * log
  }
  const inverse = (y: number) => {
    // Rounding could carry it past -1, where the logarithm ends.
    const t = Math.max(y * (1 - exponent), -1)
    return Math.exp(log1pRatio(t) * y)
  }
  const first = integral(1.5) - 1
  const last = integral(count + 0.5)
  /** Nearer to a rank than this, no test is needed. */
  const near = 2 - inverse(integral(2.5) - power(2))
  return (random) => {
    for (;;) {
      const area = last + random.fraction() * (first - last)
      const x = inverse(area)
      const rank = Math.min(Math.max(Math.floor(x + 0.5), 1), count)
      if (rank - x <= near || area >= integral(rank + 0.5) - power(rank)) return rank
    }
  }
}

/** (e^x - 1) / x, also around 0. */
function expm1Ratio(x: number): number {
  return Math.abs(x) > 1e-8 ? Math.expm1(x) / x : 1 + x / 2
}

/** ln(1 + x) / x, also around 0. */
function log1pRatio(x: number): number {
  return Math.abs(x) > 1e-8 ? Math.log1p(x) / x : 1 - x / 2
}
