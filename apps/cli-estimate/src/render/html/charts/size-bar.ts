import { type Html, html, percentOf } from '@lakebase/cli-kit'

/** A bar within a table cell. The figure stands beside it, so readers skip the picture. */
export function sizeBar(value: number, max: number): Html {
  return html`<svg class="size-bar" aria-hidden="true" width="100%" height="8"><rect class="bar-track" x="0" y="0" width="100%" height="8"/><rect class="bar" x="0" y="0" width="${percentOf(value, max)}" height="8"/></svg>`
}
