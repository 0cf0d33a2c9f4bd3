import {
  counted,
  dataTable,
  decimal,
  type Html,
  html,
  section,
  share,
  type TableRow,
  usd,
  usdRate,
} from '@lakebase/cli-kit'
import type { CostLine, PricedLine } from '@lakebase/pricing'
import type { ReportCost } from '../../../report/estimate-report.js'
import { atLeast, usdRange } from '../../format.js'
import { costChart, LARGEST_LINES } from '../charts/cost-chart.js'
import { legend } from '../charts/legend.js'
import { type SourceNotes, sourceNotes } from '../source-notes.js'
import { confidenceWord } from './confidence-word.js'

const COLUMNS = [
  { header: 'Line' },
  { header: 'Quantity', kind: 'number' },
  { header: 'Unit', kind: 'word' },
  { header: 'Rate', kind: 'number' },
  { header: 'List', kind: 'number' },
  { header: 'Expected', kind: 'number' },
  { header: 'Range', kind: 'span' },
  { header: 'Confidence' },
] as const

const GROUPS = [
  ['compute', 'Compute'],
  ['storage', 'Storage'],
  ['sync', 'Sync'],
] as const

/** Where the money goes, and where each figure came from. */
export function costSection(cost: ReportCost): Html {
  return section({
    id: 'cost',
    title: 'Cost by line',
    gist: gist(cost),
    body: cost.lines.length === 0 ? undefined : html`${figure(cost.lines)}${table(cost)}`,
  })
}

function gist({ lines, monthly, complete }: ReportCost): string {
  if (lines.length === 0) return 'No line to price.'
  const shares = GROUPS.flatMap(([group, name]) => {
    const amount = sum(lines, group, (line) => line.amount)
    return amount > 0 ? [`${name} ${share(amount / monthly.expected)}`] : []
  })
  const saved = monthly.list - monthly.expected
  const discounts = saved >= 0.005 ? ` Discounts save ${usd(saved)}.` : ''
  return `${atLeast(usd(monthly.expected), complete).replace(/^a/, 'A')} a month: ${shares.join(', ')}.${discounts}`
}

function figure(lines: readonly CostLine[]): Html {
  const more = lines.length - LARGEST_LINES
  const discounted = lines.some((line) => line.status === 'priced' && line.list > line.amount)
  const listMark = [['list', 'List, without discounts']] as const
  return html`<figure>
<figcaption>USD a month${more > 0 ? `, the ${LARGEST_LINES} largest lines; ${counted(more, 'more line')} in the table` : ''}
${legend([['expected', 'Expected'], ...(discounted ? listMark : []), ['range', 'Low to high']])}</figcaption>
${costChart(lines)}
</figure>`
}

function table({ lines, monthly, complete }: ReportCost): Html {
  const notes = sourceNotes(
    'cost-source',
    lines.filter((line) => line.status === 'priced'),
  )
  const rows = GROUPS.flatMap(([group, name]) => {
    const members = lines.filter((line) => line.group === group)
    return members.length === 0
      ? []
      : [groupRow(name, members), ...members.map((line) => lineRow(line, notes))]
  })
  const total: TableRow = {
    kind: 'total',
    cells: [
      complete ? 'Total' : 'Total, at least',
      '',
      '',
      '',
      usd(monthly.list),
      usd(monthly.expected),
      usdRange(monthly.low, monthly.high),
      '',
    ],
  }
  const linesTable = dataTable({
    id: 'cost-table',
    caption: 'Every line with its formula, USD a month',
    columns: COLUMNS,
    rows: [...rows, total],
  })
  return html`${linesTable}${notes.list}`
}

function groupRow(name: string, lines: readonly CostLine[]): TableRow {
  const add = (part: (line: PricedLine) => number) => sum(lines, undefined, part)
  const priced = lines.filter((line) => line.status === 'priced').length
  if (priced === 0) {
    return { kind: 'group', cells: [name, '', '', '', 'unknown', 'unknown', 'unknown', ''] }
  }
  const range = usdRange(
    add((line) => line.low),
    add((line) => line.high),
  )
  return {
    kind: 'group',
    cells: [
      priced === lines.length ? name : `${name}, at least`,
      '',
      '',
      '',
      usd(add((line) => line.list)),
      usd(add((line) => line.amount)),
      range,
      '',
    ],
  }
}

function lineRow(line: CostLine, notes: SourceNotes): TableRow {
  const start = [line.label, decimal(line.quantity), line.unit]
  if (line.status === 'unknown') {
    const note = html`${line.formula} · missing: ${line.missing}`
    return { cells: [...start, 'unknown', 'unknown', 'unknown', 'unknown', ''], note }
  }
  const why = line.quantityWhy === undefined ? '' : `; ${line.quantityWhy}`
  const note = html`${line.formula}${why}${notes.mark(line)}`
  const figures = [usdRate(line.rate), usd(line.list), usd(line.amount)]
  const range = usdRange(line.low, line.high)
  return { cells: [...start, ...figures, range, confidenceWord(line.confidence)], note }
}

function sum(
  lines: readonly CostLine[],
  group: CostLine['group'] | undefined,
  part: (line: PricedLine) => number,
): number {
  const members = lines.filter((line) => group === undefined || line.group === group)
  return members.reduce((total, line) => total + (line.status === 'priced' ? part(line) : 0), 0)
}
