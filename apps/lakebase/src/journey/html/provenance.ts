import { type Html, html } from '@lakebase/cli-kit'
import type { JourneyReport } from '../journey-report.js'

/** What made this page, from what, and when; and how to get at its data. */
export function provenance(report: JourneyReport): Html {
  const { estimate, conversion, anonymized } = report
  const rows = [
    ['Workload file', report.config],
    ['Generated at', report.generatedAt],
    ['Rate card', `${estimate.cost.rateCard}, applied as of ${estimate.cost.asOf}`],
    ...(conversion ? [['Queries written for', `PostgreSQL ${conversion.postgres}`] as const] : []),
    ['Written by', `${report.generator} ${report.version}, report version ${report.schemaVersion}`],
  ] as const
  return html`<footer class="provenance">
<h2>Where this came from</h2>
<dl>${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<p>An estimate, not a quote: list prices and public discounts of the rate card, 730 hours a month. ${anonymized ? 'Names and texts were taken out to share this page. ' : undefined}The whole report as JSON is within this file, in the element <code>script#report</code>; <code>lakebase report --from FILE</code> reads it back.</p>
</footer>
`
}
