import {
  chartFrame,
  type Html,
  html,
  percentOf,
  roundScale,
  usd,
  usdShort,
} from '@lakebase/cli-kit'
import type { CostLine, PricedLine } from '@lakebase/pricing'
import { usdRange } from '../../format.js'
import { barLabel, gridLines } from './bar-row.js'

/** More rows than a reader compares at a glance. The table has them all. */
export const LARGEST_LINES = 12

const TOP = 6
const ROW = 50
const BAR = 9

/** Expected cost against list for the largest lines, each with the span it may lie in. */
export function costChart(lines: readonly CostLine[]): Html {
  const shown = largestFirst(lines).slice(0, LARGEST_LINES)
  const scale = roundScale(Math.max(0, ...shown.map(reach)))
  const bottom = TOP + shown.length * ROW
  const rows = shown.map((line, index) => costRow(line, TOP + index * ROW, scale.max))
  const frame = {
    id: 'cost-chart',
    title: 'Cost of each line, USD a month',
    description: shown.map(describe).join('; '),
    height: bottom + 24,
  }
  return chartFrame(frame, [gridLines(scale, usdShort, TOP, bottom), ...rows])
}

function largestFirst(lines: readonly CostLine[]): readonly CostLine[] {
  return [...lines].sort((a, b) => amountOf(b) - amountOf(a))
}

function costRow(line: CostLine, y: number, max: number): Html {
  const bars = line.status === 'priced' ? pricedBars(line, y, max) : unknownBar(y)
  const value = line.status === 'priced' ? usd(line.amount) : 'unknown'
  return html`<g><title>${describe(line)}</title>${barLabel(line.label, value, y + 14)}${bars}</g>
`
}

function pricedBars(line: PricedLine, y: number, max: number): Html {
  const top = y + 22
  return html`<rect class="bar-list" x="0" y="${top}" width="${percentOf(line.list, max)}" height="${BAR}"/><rect class="bar" x="0" y="${top}" width="${percentOf(line.amount, max)}" height="${BAR}"/>${whisker(line, top + BAR + 6, max)}`
}

function whisker(line: PricedLine, y: number, max: number): Html | undefined {
  if (usd(line.low) === usd(line.high)) return undefined
  const [low, high] = [percentOf(line.low, max), percentOf(line.high, max)]
  return html`<g class="whisker"><line x1="${low}" x2="${high}" y1="${y}" y2="${y}"/><line x1="${low}" x2="${low}" y1="${y - 3}" y2="${y + 3}"/><line x1="${high}" x2="${high}" y1="${y - 3}" y2="${y + 3}"/></g>`
}

function unknownBar(y: number): Html {
  return html`<line class="unknown" x1="0" x2="100%" y1="${y + 26}" y2="${y + 26}"/>`
}

function describe(line: CostLine): string {
  if (line.status === 'unknown') return `${line.label}: unknown, ${line.missing}`
  const span = usdRange(line.low, line.high)
  return `${line.label}: expected ${usd(line.amount)}, list ${usd(line.list)}, range ${span}. ${line.formula}. ${line.source}, ${line.asOf}`
}

function reach(line: CostLine): number {
  return line.status === 'priced' ? Math.max(line.list, line.amount, line.high) : 0
}

function amountOf(line: CostLine): number {
  return line.status === 'priced' ? line.amount : -1
}
