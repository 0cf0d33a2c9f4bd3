import { jsonDocument } from '../report/json-document.js'
import type { LoadtestReport } from '../report/loadtest-report.js'

export const OUTPUT_FORMATS = ['json', 'html', 'csv', 'hlog'] as const
export type OutputFormat = (typeof OUTPUT_FORMATS)[number]

/**
 * A report as a file of the format; each renderer is loaded only when it is asked for.
 *
 * @param path of the file: `….series.csv` has a row a second, every other `.csv` one a script
 */
export async function renderReport(
  report: LoadtestReport,
  format: OutputFormat,
  path: string,
): Promise<string> {
  switch (format) {
    case 'json':
      return `${JSON.stringify(jsonDocument(report), null, 2)}\n`
    case 'html':
      return (await import('./html/render-html.js')).renderHtml(report)
    case 'csv': {
      const { scriptsCsv, seriesCsv } = await import('./render-csv.js')
      return /\bseries\.csv$/i.test(path) ? seriesCsv(report.run) : scriptsCsv(report.run)
    }
    case 'hlog':
      return (await import('./render-hlog.js')).renderHlog(report.run)
  }
}
