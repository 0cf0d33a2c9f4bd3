import { chartFrame, coordinate, type Html, html } from '@lakebase/cli-kit'
import type { Axis } from './axis.js'
import { dotHtml, markHtml, type PlotDot, type PlotMark } from './marks.js'

/** How a line looks; `plot.ts` of the stylesheet has the colours. */
export type LineKind = 'main' | 'second' | 'faint' | 'failed' | 'wanted'

export interface PlotLine {
  readonly kind: LineKind
  /** Filled down to the axis. */
  readonly area?: boolean
  /** A break where y is undefined. */
  readonly points: readonly (readonly [x: number, y: number | undefined])[]
}

export interface Plot {
  readonly id: string
  readonly title: string
  readonly description: string
  /** Of the plot itself, in CSS pixels. */
  readonly height: number
  readonly x: Axis
  readonly y: Axis
  readonly lines: readonly PlotLine[]
  readonly dots?: readonly PlotDot[]
  readonly marks?: readonly PlotMark[]
  /** Spans of x that are shaded: what is kept out of the figures. */
  readonly shaded?: readonly (readonly [from: number, to: number])[]
  /** A box at each of these with its text, for those who point at it. */
  readonly notes?: readonly (readonly [x: number, text: string])[]
  /** What stands on the axis as bars, from one x to another. */
  readonly bars?: readonly (readonly [from: number, to: number, y: number])[]
}

const TOP = 10
const BELOW = 26
/** The side of the square in which lines are drawn before they are stretched to the plot. */
const UNIT = 1000

/** Lines over two axes. The picture stretches with the page; text and strokes keep their size. */
export function plot(spec: Plot): Html {
  const { id, title, description, height, x, y, lines, dots = [], marks = [], shaded = [] } = spec
  const down = (value: number) => coordinate(TOP + height * (1 - y.place(value)))
  const across = (value: number) => `${coordinate(x.place(value) * 100)}%`
  const inner = html`<svg x="0" y="${TOP}" width="100%" height="${height}" viewBox="0 0 ${UNIT} ${UNIT}" preserveAspectRatio="none" overflow="visible">${[...shades(shaded, x), ...bars(spec), ...lines.flatMap((line) => drawn(line, x, y))]}</svg>`
  return html`<div class="plot">${chartFrame(
    { id, title, description, height: TOP + height + BELOW },
    [
      ...grid(y, height),
      ...bottom(x, height),
      inner,
      ...dots.map((dot) => dotHtml(dot, across(dot.x), down(dot.y))),
      ...marks.map((mark) => markHtml(mark, across(mark.x), down(mark.y), x.place(mark.x))),
      ...hovers(spec),
    ],
  )}</div>`
}

const CLOSEST_TICKS = 18

function grid(y: Axis, height: number): readonly Html[] {
  const every = Math.ceil((CLOSEST_TICKS * (y.ticks.length - 1)) / height)
  const shown = y.ticks.filter((_, index) => index % Math.max(1, every) === 0)
  return shown.map(({ at, label }) => {
    const line = coordinate(TOP + height * (1 - at))
    return html`<line class="${at === 0 ? 'axis' : 'grid'}" x1="0" x2="100%" y1="${line}" y2="${line}"/><text class="tick" text-anchor="end" x="-8" y="${line + 4}">${label}</text>`
  })
}

/** Part of the axis under which two labels would touch on a phone. */
const TOUCHING = 0.19

function bottom(x: Axis, height: number): readonly Html[] {
  const y = TOP + height
  let last = Number.NEGATIVE_INFINITY
  return [
    html`<line class="axis" x1="0" x2="100%" y1="${y}" y2="${y}"/>`,
    ...x.ticks.map(({ at, label }) => {
      const touches = at - last < (at > 0.98 ? 1.4 : 1) * TOUCHING
      if (!touches) last = at
      const anchor = at < 0.02 ? 'start' : at > 0.98 ? 'end' : 'middle'
      const place = `${coordinate(at * 100)}%`
      return html`<line class="axis" x1="${place}" x2="${place}" y1="${y}" y2="${y + 4}"/><text class="tick${touches ? ' wide' : ''}" text-anchor="${anchor}" x="${place}" y="${y + 19}">${label}</text>`
    }),
  ]
}

function shades(spans: Plot['shaded'] & object, x: Axis): readonly Html[] {
  return spans.map(([from, to]) => {
    const left = coordinate(x.place(from) * UNIT)
    const width = coordinate((x.place(to) - x.place(from)) * UNIT)
    return html`<rect class="band" x="${left}" y="0" width="${width}" height="${UNIT}"/>`
  })
}

function bars({ bars: all = [], x, y }: Plot): readonly Html[] {
  return all.map(([from, to, value]) => {
    const left = coordinate(x.place(from) * UNIT)
    const width = coordinate((x.place(to) - x.place(from)) * UNIT)
    const top = coordinate((1 - y.place(value)) * UNIT)
    return html`<rect class="bar" x="${left}" y="${top}" width="${width}" height="${coordinate(UNIT - top)}"/>`
  })
}

function drawn({ kind, area, points }: PlotLine, x: Axis, y: Axis): readonly Html[] {
  return pieces(points, x, y).flatMap((piece) => {
    const path = piece.map(([left, top], index) => `${index === 0 ? 'M' : 'L'}${left} ${top}`)
    const [first, last] = [piece[0], piece.at(-1)]
    const line = html`<path class="line ${kind}" vector-effect="non-scaling-stroke" d="${path.join('')}"/>`
    if (!area || first === undefined || last === undefined) return [line]
    const fill = `${path.join('')}L${last[0]} ${UNIT}L${first[0]} ${UNIT}Z`
    return [html`<path class="area" d="${fill}"/>`, line]
  })
}

/** The runs of points between breaks; one point alone is drawn as a short stroke. */
function pieces(points: PlotLine['points'], x: Axis, y: Axis) {
  const all: (readonly [number, number])[][] = [[]]
  for (const [at, value] of points) {
    if (value === undefined) {
      all.push([])
      continue
    }
    all.at(-1)?.push([coordinate(x.place(at) * UNIT), coordinate((1 - y.place(value)) * UNIT)])
  }
  return all
    .filter((piece) => piece.length > 0)
    .map((piece) => {
      const [only] = piece
      if (piece.length > 1 || only === undefined) return piece
      return [only, [Math.min(UNIT, only[0] + 4), only[1]] as const]
    })
}

/** Tall boxes from half-way to the note before to half-way to the next. */
function hovers({ notes = [], x, height }: Plot): readonly Html[] {
  return notes.map(([at, text], index) => {
    const here = x.place(at)
    const left = index === 0 ? 0 : (here + x.place(notes[index - 1]?.[0] ?? at)) / 2
    const next = notes[index + 1]
    const right = next === undefined ? 1 : (here + x.place(next[0])) / 2
    return html`<rect class="hover" x="${coordinate(left * 100)}%" y="${TOP}" width="${coordinate((right - left) * 100)}%" height="${height}"><title>${text}</title></rect>`
  })
}
