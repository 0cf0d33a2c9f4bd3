import { chartFrame, decimal, type Html, html, percentOf, roundScale } from '@lakebase/cli-kit'
import type { ReportSizing } from '../../../report/estimate-report.js'
import { cu } from '../../format.js'
import { barLabel, gridLines } from './bar-row.js'

const ROW = 42
const BAR = 9
const LABEL_LINE = 16
/** Part of the axis under which two labels would touch on a phone. */
const TOUCHING = 0.3

/** What each limit asks for, with the chosen size as lines across. */
export function computeChart(sizing: ReportSizing): Html {
  const marks = sizeMarks(sizing)
  const largest = Math.max(0, ...sizing.needs.map((need) => need.cu), ...marks.map((m) => m.cu))
  const scale = roundScale(largest)
  const stacked = touching(marks, scale.max)
  const top = marks.length === 0 ? 6 : LABEL_LINE * (stacked ? 2 : 1) + 8
  const bottom = top + sizing.needs.length * ROW
  const rows = sizing.needs.map((need, index) => {
    const y = top + index * ROW
    const lines = marks.map((mark) => markLine(percentOf(mark.cu, scale.max), y))
    const binding = need.limit === sizing.binding
    const label = binding ? `${need.limit}, the binding limit` : need.limit
    return html`<g><title>${`${label}: ${cu(need.cu)}. ${need.why}. ${need.source}, ${need.asOf}`}</title>${barLabel(label, cu(need.cu), y + 15)}<rect class="${binding ? 'bar' : 'bar-other'}" x="0" y="${y + 23}" width="${percentOf(need.cu, scale.max)}" height="${BAR}"/>${lines}</g>
`
  })
  const labels = marks.map((mark, index) =>
    markLabel(mark, scale.max, LABEL_LINE * (stacked ? index + 1 : 1) - 2),
  )
  const frame = {
    id: 'compute-chart',
    title: 'Compute units that each limit asks for',
    description: describe(sizing),
    height: bottom + 24,
  }
  return chartFrame(frame, [gridLines(scale, decimal1, top, bottom), ...labels, ...rows])
}

interface SizeMark {
  readonly name: string
  readonly cu: number
}

function sizeMarks({ minCu, maxCu }: ReportSizing): readonly SizeMark[] {
  if (minCu === undefined || maxCu === undefined) return []
  if (minCu === maxCu) return [{ name: 'fixed', cu: minCu }]
  return [
    { name: 'min', cu: minCu },
    { name: 'max', cu: maxCu },
  ]
}

function touching(marks: readonly SizeMark[], max: number): boolean {
  const [first, second] = marks
  if (first === undefined || second === undefined) return false
  return (second.cu - first.cu) / max < TOUCHING
}

/** Across the bar of the row at `y` only, so that it never runs through text. */
function markLine(x: string, y: number): Html {
  const [top, bottom] = [y + 20, y + 23 + BAR + 3]
  return html`<line class="mark-halo" x1="${x}" x2="${x}" y1="${top}" y2="${bottom}"/><line class="size" x1="${x}" x2="${x}" y1="${top}" y2="${bottom}"/>`
}

function markLabel(mark: SizeMark, max: number, y: number): Html {
  const x = percentOf(mark.cu, max)
  const part = mark.cu / max
  const anchor = part < 0.12 ? 'start' : part > 0.88 ? 'end' : 'middle'
  return html`<text class="mark-label" text-anchor="${anchor}" x="${x}" y="${y}">${`${mark.name} ${cu(mark.cu)}`}</text>`
}

function describe(sizing: ReportSizing): string {
  const needs = sizing.needs.map((need) => `${need.limit} ${cu(need.cu)}`)
  const marks = sizeMarks(sizing).map((mark) => `${mark.name} ${cu(mark.cu)}`)
  const binding = sizing.binding === undefined ? [] : [`${sizing.binding} is the binding limit`]
  return [...needs, ...binding, ...marks].join('; ')
}

function decimal1(tick: number): string {
  return decimal(tick, 2)
}
