import { html, reportPage } from '@lakebase/cli-kit'
import type { ConversionReport } from '../../report/conversion-report.js'
import { stylesheet } from './css/stylesheet.js'
import { filesSection } from './files-section.js'
import { findingsSection } from './findings-section.js'
import { header, reportName } from './header.js'
import { provenance } from './provenance.js'
import { summarySection } from './summary-section.js'

/** A conversion as one HTML page that needs nothing else: findings first, then source and result. */
export function renderHtml(report: ConversionReport): string {
  return reportPage({
    title: `${reportName(report)}: Databricks SQL to PostgreSQL`,
    generator: report.generator,
    stylesheet,
    skip: 'Skip to the findings',
    header: header(report),
    main: html`${findingsSection(report)}
${summarySection(report)}
${filesSection(report)}`,
    footer: provenance(report),
    report,
  })
}
