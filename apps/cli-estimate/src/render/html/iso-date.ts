import { type Html, html } from '@lakebase/cli-kit'

/** A date that is not broken at its hyphens. */
export function isoDate(date: string): Html {
  return html`<span class="date">${date}</span>`
}
