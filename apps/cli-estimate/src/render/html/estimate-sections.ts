import { type Html, html } from '@lakebase/cli-kit'
import type { EstimateReport } from '../../report/estimate-report.js'
import { computeSection } from './sections/compute-section.js'
import { costSection } from './sections/cost-section.js'
import { discountsSection } from './sections/discounts-section.js'
import { monthsSection } from './sections/months-section.js'
import { tablesSection } from './sections/tables-section.js'

/** The figures of an estimate, to stand in a page with others. */
export function estimateSections(report: EstimateReport): Html {
  const { cost, sizing } = report
  return html`${costSection(cost)}
${computeSection(sizing)}
${monthsSection(cost)}
${tablesSection(report)}
${discountsSection(cost)}`
}
