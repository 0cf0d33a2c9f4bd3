import type { Generator } from '../scenario/generator.js'
import type { Draw } from './draw.js'

const DAY_MS = 86_400_000
/** A hundred years: their texts are made once, for making one takes longer than all else of a draw. */
const KEPT_DAYS = 36_525

/** `2024-02-29`, or `2024-02-29T13:00:00Z` for seconds. */
export function dateDraw({ from, to, unit }: Extract<Generator, { kind: 'date' }>): Draw {
  const unitMs = unit === 'day' ? DAY_MS : 1000
  const first = Math.floor(Date.parse(from) / unitMs)
  const count = Math.floor(Date.parse(to) / unitMs) - first + 1
  if (unit === 'second') return (random) => secondText((first + random.below(count)) * 1000)
  if (count > KEPT_DAYS) return (random) => dayText((first + random.below(count)) * DAY_MS)
  const texts = Array.from({ length: count }, (_, day) => dayText((first + day) * DAY_MS))
  return (random) => texts[random.below(count)] ?? null
}

function dayText(ms: number): string {
  return new Date(ms).toISOString().slice(0, -14)
}

function secondText(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, -5)}Z`
}
