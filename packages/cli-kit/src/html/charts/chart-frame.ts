import { type Html, html } from '../html.js'

export interface ChartFrame {
  readonly id: string
  readonly title: string
  /** What the picture shows, for those who do not see it. */
  readonly description: string
  /** CSS pixels; the width is that of the page. */
  readonly height: number
}

/**
 * An SVG as wide as its column. Content gives x in percent and y in pixels, so bars stretch and text
 * keeps its size.
 */
export function chartFrame(frame: ChartFrame, content: readonly Html[]): Html {
  const { id, title, description, height } = frame
  return html`<svg class="chart" role="img" aria-labelledby="${id}-title ${id}-desc" width="100%" height="${height}">
<title id="${id}-title">${title}</title><desc id="${id}-desc">${description}</desc>
${content}
</svg>`
}
