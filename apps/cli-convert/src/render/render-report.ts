import type { ConversionReport } from '../report/conversion-report.js'
import { renderHtml } from './html/render-html.js'
import { renderMarkdown } from './render-markdown.js'
import { renderSarif } from './render-sarif.js'

export type ReportFormat = 'html' | 'json' | 'md' | 'sarif'

/** A report in the format that its file's extension names. */
export function renderReport(report: ConversionReport, format: ReportFormat): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`
    case 'html':
      return renderHtml(report)
    case 'md':
      return renderMarkdown(report)
    case 'sarif':
      return renderSarif(report)
  }
}
