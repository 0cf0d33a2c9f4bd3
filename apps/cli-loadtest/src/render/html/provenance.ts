import { type Html, html } from '@lakebase/cli-kit'

/** What made a page, from what, and when; and how to get at its data. */
export function provenance(
  rows: readonly (readonly [name: string, value: string])[],
  note: string,
): Html {
  return html`<footer class="provenance">
<h2>Where this came from</h2>
<dl>${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<p>${note} The whole report is within this file as JSON, in the element <code>script#report</code>.</p>
</footer>
`
}
