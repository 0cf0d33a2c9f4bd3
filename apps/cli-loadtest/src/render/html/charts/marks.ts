import { type Html, html } from '@lakebase/cli-kit'

/** A value that a label says something of. */
export interface PlotMark {
  readonly x: number
  readonly y: number
  readonly label: string
  readonly failed?: boolean
  /** Where its label stands; default: where more of the plot is. */
  readonly side?: 'left' | 'right'
}

/** A value of its own, beside the lines. */
export interface PlotDot {
  readonly x: number
  readonly y: number
  readonly failed?: boolean
}

export function dotHtml({ failed }: PlotDot, x: string, y: number): Html {
  return html`<circle class="dot${failed ? ' failed' : ''}" cx="${x}" cy="${y}" r="3.5"/>`
}

export function markHtml(
  { label, failed, side }: PlotMark,
  x: string,
  y: number,
  place: number,
): Html {
  const isLeft = side === undefined ? place > 0.5 : side === 'left'
  const anchor = isLeft ? 'end' : 'start'
  return html`<circle class="target${failed ? ' failed' : ''}" cx="${x}" cy="${y}" r="5"/><text class="mark-label" text-anchor="${anchor}" x="${x}" dx="${isLeft ? -10 : 10}" y="${y - 8}">${label}</text>`
}
