import { type Html, html } from '@lakebase/cli-kit'
import type { ConversionReport } from '../../report/conversion-report.js'

/** What made this page, and when; and how to get at its data. */
export function provenance(report: ConversionReport): Html {
  const { generator, version, schemaVersion, generatedAt, exit } = report
  const rows = [
    ['Generated at', generatedAt],
    ['Written by', `${generator} ${version}, report version ${schemaVersion}`],
    ['Result', `${exit.reason} (exit code ${exit.code})`],
  ] as const
  return html`<footer class="provenance">
<h2>Where this came from</h2>
<dl>${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<p>Rules converted the statements; what has no rule is refused and never passed through. The whole report as JSON is within this file, in the element <code>script#report</code>.</p>
</footer>
`
}
