import type { SweepReport } from './sweep-report.js'

/** A sweep as JSON; large integers of a scenario are written as the library writes those of a run. */
export function sweepJson(report: SweepReport): string {
  const write = (_: string, value: unknown) =>
    typeof value === 'bigint' ? { bigint: String(value) } : value
  return `${JSON.stringify(report, write, 2)}\n`
}
