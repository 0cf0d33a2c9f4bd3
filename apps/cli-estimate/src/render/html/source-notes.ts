import { type Html, html } from '@lakebase/cli-kit'
import { isoDate } from './iso-date.js'

/** Something with a source, as the report's lines and needs have it. */
export interface Sourced {
  readonly source: string
  /** ISO date of the source. */
  readonly asOf: string
}

/** The sources of a table as numbered notes: the same source has one note. */
export interface SourceNotes {
  /** The number of a source, as a link to its note. */
  readonly mark: (item: Sourced) => Html
  readonly list: Html
}

/** Numbers the sources in the order of their first use. `prefix` begins the ids of the notes. */
export function sourceNotes(prefix: string, items: readonly Sourced[]): SourceNotes {
  const notes = [...new Map(items.map((item) => [keyOf(item), item])).entries()]
  const numbers = new Map(notes.map(([key], index) => [key, index + 1]))
  return {
    mark: (item) => {
      const number = numbers.get(keyOf(item)) ?? 0
      return html`<a class="source-mark" href="#${prefix}-${number}" aria-label="source ${number}">${number}</a>`
    },
    list: html`<div class="sources"><h3>Sources</h3>
<ol>${notes.map(([, { source, asOf }], index) => html`<li id="${prefix}-${index + 1}">${source}, ${isoDate(asOf)}</li>`)}</ol></div>`,
  }
}

function keyOf({ source, asOf }: Sourced): string {
  return JSON.stringify([source, asOf])
}
