import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { writeFileAtomic } from '@lakebase/cli-kit'
import { renderJourney } from '../journey/html/render-journey.js'
import type { JourneyReport } from '../journey/journey-report.js'
import { journeyJson } from '../journey/render-json.js'
import { readBack } from '../report/read-back.js'

/** Writes the report, unless what is there says the same but for its time. A load test never says the same twice. */
export function writeReports(report: JourneyReport, folder: string): void {
  const html = join(folder, 'report.html')
  const json = join(folder, 'report.json')
  if (existsSync(html) && saysTheSame(json, report, folder)) return
  writeFileAtomic(html, renderJourney(report))
  writeFileAtomic(json, journeyJson(report))
}

function saysTheSame(json: string, report: JourneyReport, folder: string): boolean {
  return existsSync(json) && timeless(readBack(json, folder)) === timeless(report)
}

/** Without the time, and without what the files were like before. */
function timeless(report: JourneyReport): string {
  return JSON.stringify(report, (key, value) =>
    ['generatedAt', 'status', 'change', 'changes'].includes(key) ? undefined : value,
  )
}
