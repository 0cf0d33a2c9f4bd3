/** An axis from 0 to a round number. */
export interface Scale {
  readonly max: number
  readonly ticks: readonly number[]
}

const STEPS = [1, 2, 2.5, 5, 10] as const

/** The axis that holds `largest` in four to six round steps; 0..1 when there is nothing to show. */
export function roundScale(largest: number): Scale {
  if (!(largest > 0) || !Number.isFinite(largest)) return { max: 1, ticks: [0, 1] }
  const power = 10 ** Math.floor(Math.log10(largest / 4))
  const step = (STEPS.find((factor) => factor * power * 5 >= largest) ?? 10) * power
  const count = Math.max(1, Math.ceil(largest / step - 1e-9))
  const ticks = Array.from({ length: count + 1 }, (_, index) => coordinate(index * step))
  return { max: coordinate(count * step), ticks }
}

/** A place on the axis as a percentage of its width: SVG lays bars out by it at any width. */
export function percentOf(value: number, max: number): string {
  const part = Math.min(100, Math.max(0, (value / max) * 100))
  return `${coordinate(Number.isFinite(part) ? part : 0)}%`
}

/** A place in a picture, without the tail of binary fractions. */
export function coordinate(value: number): number {
  return Number(value.toPrecision(6))
}
