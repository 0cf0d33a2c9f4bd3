import { roundScale } from '@lakebase/cli-kit'

interface Tick {
  /** 0 to 1 along the axis. */
  readonly at: number
  readonly label: string
}

/** Where values stand on an axis. */
export interface Axis {
  /** 0 to 1; what lies outside is held at the end. */
  readonly place: (value: number) => number
  readonly ticks: readonly Tick[]
}

/** From 0 to a round number. */
export function linearAxis(largest: number, label: (value: number) => string): Axis {
  const { max, ticks } = roundScale(largest)
  const place = (value: number) => held(value / max)
  return { place, ticks: ticks.map((value) => ({ at: place(value), label: label(value) })) }
}

const STEPS = [1, 2, 5, 10] as const
const MOST_TICKS = 6

/** Powers of ten, with 2 and 5 between them where there is room. */
export function logAxis(smallest: number, largest: number, label: (value: number) => string): Axis {
  const low = floorStep(Math.max(smallest, Number.MIN_VALUE))
  const high = Math.max(ceilStep(largest), low * 10)
  const [from, to] = [Math.log10(low), Math.log10(high)]
  const place = (value: number) => (value <= 0 ? 0 : held((Math.log10(value) - from) / (to - from)))
  const steps = stepsBetween(low, high)
  const shown =
    steps.length <= MOST_TICKS
      ? steps
      : steps.filter((value) => Number.isInteger(Math.round(Math.log10(value) * 1e9) / 1e9))
  return { place, ticks: shown.map((value) => ({ at: place(value), label: label(value) })) }
}

function stepsBetween(low: number, high: number): readonly number[] {
  const powers = Math.round(Math.log10(high / low)) + 2
  const first = 10 ** Math.floor(Math.log10(low) + 1e-9)
  return Array.from({ length: powers }, (_, index) => first * 10 ** index)
    .flatMap((power) => STEPS.slice(0, 3).map((factor) => Number((factor * power).toPrecision(6))))
    .filter((value) => value >= low * 0.999 && value <= high * 1.001)
}

function floorStep(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return power * (STEPS.findLast((factor) => factor * power <= value) ?? 1)
}

function ceilStep(value: number): number {
  if (!(value > 0)) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  return power * (STEPS.find((factor) => factor * power >= value * 0.9999) ?? 10)
}

const PERCENTILES = [50, 90, 99, 99.9, 99.99, 99.999] as const

/**
 * Percentiles as HdrHistogram draws them: each further nine takes as much room as the one before.
 *
 * @param count of the values: the largest of them is at the end
 */
export function percentileAxis(count: number): Axis {
  const nines = Math.log10(Math.max(100, count))
  const place = (percentile: number) =>
    percentile >= 100 ? 1 : held(Math.log10(100 / (100 - percentile)) / nines)
  const ticks = PERCENTILES.filter((p) => Math.log10(100 / (100 - p)) <= nines + 1e-9)
  return { place, ticks: ticks.map((p) => ({ at: place(p), label: `${p}%` })) }
}

/** Steps of a clock that are whole, in seconds. */
const CLOCK = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400] as const

/** Seconds since the start. */
export function timeAxis(seconds: number): Axis {
  const max = Math.max(1, seconds)
  const step = CLOCK.find((one) => max / one <= 6) ?? Math.ceil(max / 6 / 3600) * 3600
  const place = (second: number) => held(second / max)
  const ticks = Array.from({ length: Math.floor(max / step) + 1 }, (_, index) => index * step)
  return { place, ticks: ticks.map((at) => ({ at: place(at), label: clock(at, step) })) }
}

function clock(second: number, step: number): string {
  if (step < 60) return `${second} s`
  return step < 3600 ? `${second / 60} min` : `${second / 3600} h`
}

function held(part: number): number {
  return Number.isFinite(part) ? Math.min(1, Math.max(0, part)) : 0
}
