import {
  chartFrame,
  coordinate,
  type Html,
  html,
  percentOf,
  shortened,
  usdShort,
} from '@lakebase/cli-kit'
import type { ReportCost } from '../../../report/estimate-report.js'
import { monthParts } from '../../format.js'
import { type DiscountEnd, discountEnds } from './discount-ends.js'

const HEIGHT = 150
const NOTE = 36
const VALUE = 20

type Month = ReportCost['next12Months'][number]

/** The expected cost of each coming month, with the day on which a discount ends. */
export function monthsChart(cost: ReportCost): Html {
  const months = cost.next12Months
  const ends = discountEnds(cost)
  const top = ends.length * NOTE + VALUE
  const bottom = top + HEIGHT
  const max = Math.max(0, ...months.map((month) => month.amount)) || 1
  const columns = months.map((month, index) => {
    const height = coordinate((Math.max(0, month.amount) / max) * HEIGHT)
    const x = percentOf(index + 0.2, months.length)
    const width = percentOf(0.6, months.length)
    return html`<g><title>${`${month.month}: ${usdShort(month.amount)}`}</title><rect class="bar" x="${x}" y="${coordinate(bottom - height)}" width="${width}" height="${height}"/>${valueText(months, index, bottom - height - 7)}${monthText(months, index, bottom)}</g>
`
  })
  const frame = {
    id: 'months-chart',
    title: 'Expected cost of the next twelve months, USD',
    description: describe(months, ends),
    height: bottom + 40,
  }
  const baseline = html`<line class="axis" x1="0" x2="100%" y1="${bottom}" y2="${bottom}"/>`
  const notes = ends.map((end, index) => endNote(end, months.length, index * NOTE, bottom))
  return chartFrame(frame, [baseline, ...notes, ...columns])
}

/** Every value where there is room; on a phone the first, and each one that differs from the last. */
function valueText(months: readonly Month[], index: number, y: number): Html {
  const amount = months[index]?.amount ?? 0
  const text = usdShort(amount)
  const center = percentOf(index + 0.5, months.length)
  const wide = html`<text class="value wide" text-anchor="middle" x="${center}" y="${coordinate(y)}">${text}</text>`
  if (!labelledOnPhone(months, index)) return wide
  const left = percentOf(index + 0.2, months.length)
  return html`${wide}<text class="value narrow" text-anchor="start" x="${left}" y="${coordinate(y)}">${text}</text>`
}

function labelledOnPhone(months: readonly Month[], index: number): boolean {
  if (index === 0) return true
  if (index > months.length - 2 || index === 1) return false
  const steps = months.flatMap((month, at) =>
    at > 0 && usdShort(month.amount) !== usdShort(months[at - 1]?.amount ?? 0) ? [at] : [],
  )
  return steps.length <= 3 && steps.includes(index) && !steps.includes(index - 1)
}

function monthText(months: readonly Month[], index: number, bottom: number): Html {
  const { name, year } = monthParts(months[index]?.month ?? '')
  const x = percentOf(index + 0.5, months.length)
  const showYear = index === 0 || name === 'Jan'
  const besideJanuary = monthParts(months[index + 1]?.month ?? '').name === 'Jan'
  const yearText = html`<text class="tick${besideJanuary ? ' wide' : ''}" text-anchor="middle" x="${x}" y="${bottom + 32}">${year}</text>`
  return html`<text class="tick" text-anchor="middle" x="${x}" y="${bottom + 17}">${name}</text>${showYear ? yearText : undefined}`
}

function endNote(end: DiscountEnd, count: number, y: number, bottom: number): Html {
  const x = percentOf(end.position, count)
  const startsHere = end.position < count / 2
  const anchor = startsHere ? 'start' : 'end'
  const shift = startsHere ? 7 : -7
  return html`<line class="mark" x1="${x}" x2="${x}" y1="${y + 2}" y2="${bottom}"/><text class="mark-label" text-anchor="${anchor}" x="${x}" dx="${shift}" y="${y + 12}">${shortened(end.label, 24)}</text><text class="tick" text-anchor="${anchor}" x="${x}" dx="${shift}" y="${y + 27}">ends ${end.until}</text>`
}

function describe(months: readonly Month[], ends: readonly DiscountEnd[]): string {
  return [
    ...months.map((month) => `${month.month} ${usdShort(month.amount)}`),
    ...ends.map((end) => `${end.label} ends ${end.until}`),
  ].join('; ')
}
