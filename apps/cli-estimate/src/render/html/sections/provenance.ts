import { type Html, html } from '@lakebase/cli-kit'
import type { EstimateReport } from '../../../report/estimate-report.js'

/** What made this page, from what, and when; and how to get at its data. */
export function provenance(report: EstimateReport): Html {
  const rows = [
    ['Workload file', report.config],
    ['Generated at', report.generatedAt],
    ['Rate card', `${report.cost.rateCard}, applied as of ${report.cost.asOf}`],
    ['Written by', `${report.generator} ${report.version}, report version ${report.schemaVersion}`],
    ['Result', `${report.exit.reason} (exit code ${report.exit.code})`],
  ] as const
  return html`<footer class="provenance">
<h2>Where this came from</h2>
<dl>${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<p>An estimate, not a quote: list prices and public discounts of the rate card, 730 hours a month. The whole report as JSON is within this file, in the element <code>script#report</code>.</p>
</footer>
`
}
