import { type Html, html } from '@lakebase/cli-kit'

export type LegendMark =
  | 'expected'
  | 'list'
  | 'range'
  | 'binding'
  | 'other'
  | 'chosen'
  | 'wanted'
  | 'band'

/** What the marks of a chart mean: a picture and a word each. */
export function legend(entries: readonly (readonly [LegendMark, string])[]): Html {
  return html`<ul class="legend">${entries.map(([mark, text]) => html`<li>${swatch(mark)}${text}</li>`)}</ul>`
}

function swatch(mark: LegendMark): Html {
  return html`<svg aria-hidden="true" width="20" height="10">${SWATCHES[mark]}</svg>`
}

const SWATCHES: Readonly<Record<LegendMark, Html>> = {
  expected: html`<rect class="bar" y="1" width="20" height="8"/>`,
  binding: html`<rect class="bar" y="1" width="20" height="8"/>`,
  list: html`<rect class="bar-list" y="1" width="20" height="8"/>`,
  other: html`<rect class="bar-other" y="1" width="20" height="8"/>`,
  range: html`<g class="whisker"><line x1="1" x2="19" y1="5" y2="5"/><line x1="1" x2="1" y1="2" y2="8"/><line x1="19" x2="19" y1="2" y2="8"/></g>`,
  chosen: html`<line class="size" x1="10" x2="10" y1="0" y2="10"/>`,
  wanted: html`<rect class="area" y="2" width="20" height="8"/><line class="steps" x1="0" x2="20" y1="2" y2="2"/>`,
  band: html`<rect class="band" y="1" width="20" height="8"/>`,
}
