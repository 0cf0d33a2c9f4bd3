import type { JourneyReport } from './journey-report.js'

export function journeyJson(report: JourneyReport): string {
  return `${JSON.stringify(report, null, 2)}\n`
}
