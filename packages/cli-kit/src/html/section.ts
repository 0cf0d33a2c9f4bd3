import { type Html, type HtmlValue, html } from './html.js'

interface Section {
  readonly id: string
  readonly title: string
  /** What the section says, in a sentence or two. */
  readonly gist: HtmlValue
  /** Its figures; without any the gist stands in their place. */
  readonly body?: Html | undefined
}

/** A part of the report: its title and message in the margin, its figures beside them. */
export function section({ id, title, gist, body }: Section): Html {
  const said = html`<p>${gist}</p>`
  return html`<section class="section" id="${id}" aria-labelledby="${id}-title">
<div class="margin"><h2 id="${id}-title">${title}</h2>${body === undefined ? undefined : said}</div>
<div class="content">${body ?? said}</div>
</section>
`
}
