import { createHash } from 'node:crypto'
import type { RunReport } from '../report/run-report.js'

/**
 * `20261128T090000Z-checkout-3f2a91c4`: sorts by time, can be a file's name, and is the same for the
 * same report. `text` is the report as it is written.
 */
export function runId({ startedAt, scenario }: RunReport, text: string): string {
  const instant = new Date(startedAt).toISOString().replace(/\.\d+|[-:]/g, '')
  const slug = scenario.name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 8)
  return [instant, ...(slug === '' ? [] : [slug]), digest].join('-')
}
