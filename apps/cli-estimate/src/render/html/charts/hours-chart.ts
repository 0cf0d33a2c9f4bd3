import { chartFrame, coordinate, decimal, type Html, html } from '@lakebase/cli-kit'
import { cu } from '../../format.js'

export interface HoursChart {
  /** CU wanted in each hour of a day, hour 0 first. */
  readonly hourlyCu: readonly number[]
  readonly minCu: number
  readonly maxCu: number
}

const TOP = 18
const HEIGHT = 150
/** Percent of the width; the rest holds the names of the lines. */
const PLOT = 84
const LABEL = 14

/** The CU that a day wants, hour by hour, as steps over the band of the chosen size. */
export function hoursChart({ hourlyCu, minCu, maxCu }: HoursChart): Html {
  const max = Math.max(maxCu, ...hourlyCu) || 1
  const y = (value: number) => coordinate(TOP + HEIGHT * (1 - value / max))
  const frame = {
    id: 'hours-chart',
    title: 'Compute units wanted in each hour of a day',
    description: hourlyCu.map((value, hour) => `${hour}:00 ${cu(value)}`).join('; '),
    height: TOP + HEIGHT + 24,
  }
  const band = html`<rect class="band" x="0" y="${y(maxCu)}" width="${PLOT}%" height="${coordinate(y(minCu) - y(maxCu))}"/>`
  return chartFrame(frame, [
    band,
    steps(hourlyCu, max),
    html`<line class="axis" x1="0" x2="${PLOT}%" y1="${y(0)}" y2="${y(0)}"/>`,
    ...sizeLines(minCu, maxCu, y),
    ...[0, 6, 12, 18, 24].map(hourLabel),
  ])
}

/** A picture of its own that is stretched to the plot; its strokes are not. */
function steps(hourlyCu: readonly number[], max: number): Html {
  const count = hourlyCu.length
  const outline = hourlyCu
    .map((value, hour) => {
      const top = coordinate(max - value)
      return `${hour === 0 ? 'M0' : `L${hour}`} ${top}L${hour + 1} ${top}`
    })
    .join('')
  return html`<svg x="0" y="${TOP}" width="${PLOT}%" height="${HEIGHT}" viewBox="0 0 ${count} ${coordinate(max)}" preserveAspectRatio="none" overflow="visible"><path class="area" d="${outline}L${count} ${coordinate(max)}L0 ${coordinate(max)}Z"/><path class="steps" vector-effect="non-scaling-stroke" d="${outline}"/></svg>`
}

function sizeLines(minCu: number, maxCu: number, y: (value: number) => number): readonly Html[] {
  if (minCu === maxCu) return [sizeLine('fixed', minCu, y(minCu), y(minCu) + 4)]
  const minLabel = Math.min(y(minCu) + LABEL, y(0))
  return [
    sizeLine('max', maxCu, y(maxCu), y(maxCu) + 4),
    sizeLine('min', minCu, y(minCu), Math.max(minLabel - LABEL + 4, y(maxCu) + 4 + LABEL)),
  ]
}

function sizeLine(name: string, size: number, y: number, labelY: number): Html {
  return html`<line class="mark" x1="0" x2="${PLOT}%" y1="${y}" y2="${y}"/><text class="mark-label" x="${PLOT + 1}%" y="${labelY}">${`${name} ${decimal(size)}`}</text>`
}

function hourLabel(hour: number): Html {
  const anchor = hour === 0 ? 'start' : hour === 24 ? 'end' : 'middle'
  const x = coordinate((hour / 24) * PLOT)
  return html`<text class="tick" text-anchor="${anchor}" x="${x}%" y="${TOP + HEIGHT + 18}">${hour}:00</text>`
}
