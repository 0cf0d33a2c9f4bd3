import { type Html, html, reportPage } from '@lakebase/cli-kit'
import type { EstimateReport } from '../../report/estimate-report.js'
import { stylesheet } from './css/stylesheet.js'
import { comparisonSection } from './sections/comparison-section.js'
import { computeSection } from './sections/compute-section.js'
import { costSection } from './sections/cost-section.js'
import { discountsSection } from './sections/discounts-section.js'
import { findingsSection } from './sections/findings-section.js'
import { header } from './sections/header.js'
import { monthsSection } from './sections/months-section.js'
import { provenance } from './sections/provenance.js'
import { referenceSection } from './sections/reference-section.js'
import { tablesSection } from './sections/tables-section.js'

/**
 * An estimate as one HTML page that needs nothing else: no script, no font, no network. The report
 * itself lies within as JSON, in `script#report`.
 */
export function renderHtml(report: EstimateReport): string {
  return reportPage({
    title: `${report.name}: Lakebase cost estimate`,
    generator: report.generator,
    stylesheet,
    skip: 'Skip to the figures',
    header: header(report),
    main: sections(report),
    footer: provenance(report),
    report,
  })
}

function sections(report: EstimateReport): Html {
  const { comparison, cost } = report
  return html`${findingsSection(report.findings)}
${costSection(cost)}
${computeSection(report.sizing)}
${monthsSection(cost)}
${tablesSection(report)}
${comparison === undefined ? undefined : comparisonSection(comparison)}
${referenceSection(report)}
${discountsSection(cost)}`
}
