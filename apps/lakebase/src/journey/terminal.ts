import type { Paint } from '@lakebase/cli-kit'
import type { JourneyStep } from './journey-report.js'

const TITLE_WIDTH = 10

/** A step in two lines: its answer, and what it rests on. */
export function stepLines({ title, status, answer, detail }: JourneyStep, paint: Paint): string {
  const tint = { done: paint.bold, attention: paint.yellow, skipped: paint.dim }[status]
  return `${title.padEnd(TITLE_WIDTH)}${tint(answer)}\n${' '.repeat(TITLE_WIDTH)}${paint.dim(detail)}\n`
}
