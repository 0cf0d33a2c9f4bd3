import { type Html, html } from '@lakebase/cli-kit'
import type { LineKind } from './plot.js'

type Swatch = LineKind | 'kept-out' | 'objective' | 'dot' | 'failed-dot'

/** What the marks of a chart mean: a picture and a word each. */
export function legend(entries: readonly (readonly [Swatch, string])[]): Html {
  return html`<ul class="legend">${entries.map(([mark, text]) => html`<li>${swatch(mark)}${text}</li>`)}</ul>`
}

function swatch(mark: Swatch): Html {
  return html`<svg aria-hidden="true" width="20" height="10">${picture(mark)}</svg>`
}

function picture(mark: Swatch): Html {
  if (mark === 'kept-out') return html`<rect class="band" width="20" height="10"/>`
  if (mark === 'objective') return html`<circle class="target" cx="10" cy="5" r="4"/>`
  if (mark === 'dot') return html`<circle class="dot" cx="10" cy="5" r="3.5"/>`
  if (mark === 'failed-dot') return html`<circle class="dot failed" cx="10" cy="5" r="3.5"/>`
  return html`<line class="line ${mark}" x1="0" x2="20" y1="5" y2="5"/>`
}
