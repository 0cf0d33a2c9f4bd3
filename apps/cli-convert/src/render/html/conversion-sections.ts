import { type Html, html } from '@lakebase/cli-kit'
import type { ConversionReport } from '../../report/conversion-report.js'
import { filesSection } from './files-section.js'
import { summarySection } from './summary-section.js'

/** The statements and what became of them, to stand in a page with others. */
export function conversionSections(report: ConversionReport): Html {
  return html`${summarySection(report)}
${filesSection(report)}`
}
