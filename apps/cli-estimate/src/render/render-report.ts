import type { EstimateReport } from '../report/estimate-report.js'

export const OUTPUT_FORMATS = ['json', 'html', 'md', 'csv'] as const
export type OutputFormat = (typeof OUTPUT_FORMATS)[number]

/** A report as a file of the format; each renderer is loaded only when it is asked for. */
export async function renderReport(report: EstimateReport, format: OutputFormat): Promise<string> {
  switch (format) {
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`
    case 'html':
      return (await import('./html/render-html.js')).renderHtml(report)
    case 'md':
      return (await import('./render-markdown.js')).renderMarkdown(report)
    case 'csv':
      return (await import('./render-csv.js')).renderCsv(report)
  }
}
