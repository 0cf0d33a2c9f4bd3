import {
  countFindings,
  decimal,
  formatFinding,
  formatTable,
  type Paint,
  sortFindings,
  usd,
  usdRate,
} from '@lakebase/cli-kit'
import type { CostLine } from '@lakebase/pricing'
import type { EstimateReport } from '../../report/estimate-report.js'
import { cuRange } from '../format.js'
import { comparisonSection } from './comparison-section.js'
import { indented } from './indented.js'
import { referenceSection } from './reference-section.js'
import { tablesSection } from './tables-section.js'

/** How the program was called, and the files that it wrote. */
export interface Call {
  readonly command: string
  readonly written: readonly string[]
}

/** The report as a person reads it in a terminal: size, cost, findings, what to do next. */
export function renderTerminal(report: EstimateReport, paint: Paint, call: Call): string {
  const sections = [
    heading(report, paint),
    sizeSection(report, paint),
    ...tablesSection(report, paint),
    costSection(report, paint),
    ...(report.comparison ? [comparisonSection(report.comparison, paint)] : []),
    ...(report.referenceGaps ? [referenceSection(report.referenceGaps, paint)] : []),
    findingsSection(report, paint),
    nextSection(report, paint, call),
  ]
  return `${sections.join('\n\n')}\n`
}

function heading({ name, config, target, cost }: EstimateReport, paint: Paint): string {
  const place = `${target.product} on ${target.cloud} ${target.region} ${target.tier}`
  return `${paint.bold(name)}  ${paint.dim(`${config} · ${place} · prices of ${cost.rateCard} · as of ${cost.asOf}`)}`
}

function sizeSection({ sizing }: EstimateReport, paint: Paint): string {
  const { minCu, maxCu, binding } = sizing
  const answer =
    minCu === undefined || maxCu === undefined
      ? paint.red(`no size fits: ${decimal(sizing.neededCu, 1)} CU needed`)
      : `${paint.bold(cuRange(minCu, maxCu))}${sizing.origin === 'file' ? ' (from the file)' : ''}`
  const rows = formatTable(
    [{ title: '' }, { title: 'limit' }, { title: 'CU', align: 'right' }, { title: 'why' }],
    sizing.needs.map((need) => [
      need.limit === binding ? '>' : '',
      need.limit,
      decimal(need.cu, 1),
      need.why,
    ]),
  )
  return [
    `${paint.bold('Size')}   ${answer}${binding === undefined ? '' : `   ${binding} binds`}`,
    ...(sizing.needs.length === 0 ? [] : indented(rows, paint)),
    ...sizing.waysOut.map((way) => `  - ${way}`),
  ].join('\n')
}

function costSection({ cost }: EstimateReport, paint: Paint): string {
  const { list, expected, low, high } = cost.monthly
  const least = cost.complete ? '' : 'at least '
  const rows = formatTable(
    [
      { title: 'line' },
      { title: 'quantity', align: 'right' },
      { title: 'unit' },
      { title: 'rate', align: 'right' },
      { title: 'list', align: 'right' },
      { title: 'expected', align: 'right' },
    ],
    [...cost.lines.map(costRow), ['total', '', '', '', usd(list), usd(expected)]],
  )
  const priced = cost.lines.filter((line) => line.status === 'priced').length
  const year = cost.next12Months.reduce((sum, month) => sum + month.amount, 0)
  return [
    `${paint.bold('Cost')}   ${paint.bold(`${least}${usd(expected)}`)} a month · list ${least}${usd(list)} · ${cost.complete ? '' : 'priced lines '}between ${usd(low)} and ${usd(high)}`,
    ...indented(rows, paint),
    `  ${priced} of ${cost.lines.length} lines priced · next 12 months ${least}${usd(year)}`,
    ...missingRates(cost.lines),
    ...cost.discounts.map(
      (discount) =>
        `  ${discount.label}: saves ${usd(discount.saves)} a month${discount.until ? ` until ${discount.until}` : ''}`,
    ),
  ].join('\n')
}

function costRow(line: CostLine): readonly string[] {
  if (line.status === 'unknown') {
    return [
      line.label,
      line.quantity === 0 ? '' : decimal(line.quantity, 1),
      line.unit,
      '',
      '',
      'unknown',
    ]
  }
  const { label, quantity, unit, rate, list, amount } = line
  return [label, decimal(quantity, 1), unit, usdRate(rate), usd(list), usd(amount)]
}

/** What would have to be known for the rest, each once with the lines that wait for it. */
function missingRates(lines: readonly CostLine[]): readonly string[] {
  const waiting = new Map<string, readonly string[]>()
  for (const line of lines) {
    if (line.status === 'priced') continue
    waiting.set(line.missing, [...(waiting.get(line.missing) ?? []), line.id])
  }
  return [...waiting].map(([missing, ids]) => `  missing: ${missing} (${ids.join(', ')})`)
}

function findingsSection({ findings }: EstimateReport, paint: Paint): string {
  if (findings.length === 0) return `${paint.bold('Findings')}   none`
  return [
    `${paint.bold('Findings')}   ${countFindings(findings)}`,
    ...sortFindings(findings).map((finding) => `\n${formatFinding(finding, paint)}`),
  ].join('\n')
}

function nextSection(report: EstimateReport, paint: Paint, call: Call): string {
  const { exit } = report
  const last = paint.dim(`exit ${exit.code}: ${exit.reason}`)
  return `${last}\n${paint.bold('Next')}   ${nextCommand(report, call)}`
}

/** What a person would type now; a report first, then a record to compare the next estimate with. */
function nextCommand({ config, exit }: EstimateReport, { command, written }: Call): string {
  const again = `${command} --config ${config}`
  if (exit.code === 1) return `${again}   # once the errors above are mended`
  if (!written.some((path) => path.endsWith('.html'))) return `${again} -o report.html`
  const record = written.find((path) => path.endsWith('.json'))
  if (record === undefined) return `${again} -o estimate.json`
  return `${again} --compare-to ${record} --max-increase 10%`
}
