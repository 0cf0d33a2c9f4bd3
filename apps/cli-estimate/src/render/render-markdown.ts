import { byteSize, decimal, GENERATOR, share, sortFindings, usd } from '@lakebase/cli-kit'
import type { EstimateReport } from '../report/estimate-report.js'
import { cuRange, known, usdChange } from './format.js'
import { SIZE_SOURCES } from './size-sources.js'

/** The report for a pull request or a wiki. */
export function renderMarkdown(report: EstimateReport): string {
  const { cost, sizing, target } = report
  const least = cost.complete ? '' : 'at least '
  const size =
    sizing.minCu === undefined || sizing.maxCu === undefined
      ? `no size fits (${decimal(sizing.neededCu, 1)} CU needed)`
      : cuRange(sizing.minCu, sizing.maxCu)
  return [
    `<!-- ${GENERATOR} -->`,
    `## ${cell(report.name)}: ${least}${usd(cost.monthly.expected)} a month, ${size}`,
    '',
    `${target.product} on ${target.cloud} ${target.region} ${target.tier}; list ${least}${usd(cost.monthly.list)}, ${cost.complete ? '' : 'priced lines '}between ${usd(cost.monthly.low)} and ${usd(cost.monthly.high)}; prices of ${cost.rateCard}, as of ${cost.asOf}.`,
    '',
    ...comparison(report),
    '| line | quantity | unit | list | expected |',
    '|---|--:|---|--:|--:|',
    ...cost.lines.map((line) =>
      line.status === 'priced'
        ? `| ${cell(line.label)} | ${decimal(line.quantity, 1)} | ${line.unit} | ${usd(line.list)} | ${usd(line.amount)} |`
        : `| ${cell(line.label)} | ${decimal(line.quantity, 1)} | ${line.unit} | unknown | unknown: missing ${cell(line.missing)} |`,
    ),
    `| **total** | | | ${usd(cost.monthly.list)} | **${least}${usd(cost.monthly.expected)}** |`,
    '',
    '| limit | CU | why |',
    '|---|--:|---|',
    ...sizing.needs.map(
      (need) =>
        `| ${need.limit}${need.limit === sizing.binding ? ' (binds)' : ''} | ${decimal(need.cu, 1)} | ${cell(need.why)} |`,
    ),
    '',
    ...sizes(report),
    ...findings(report),
  ].join('\n')
}

function comparison({ comparison: change }: EstimateReport): readonly string[] {
  if (change === undefined) return []
  const part = change.changeShare === undefined ? '' : ` (${share(change.changeShare)})`
  const changed = change.lines.filter((line) => Math.abs(line.change) >= 0.005)
  const gate = change.gate
    ? ` Gate ${change.gate.maxIncrease}: ${change.gate.passed ? 'passed' : '**failed**'}.`
    : ''
  return [
    `**${usdChange(change.change)} a month${part}** against \`${change.with}\`.${gate}`,
    '',
    ...changed.map((line) => `- ${cell(line.label)}: ${usdChange(line.change)}`),
    ...(changed.length > 0 ? [''] : []),
  ]
}

function sizes({ tables }: EstimateReport): readonly string[] {
  if (!tables.some(({ heapBytes }) => heapBytes !== undefined)) return []
  const bytes = (value: number | undefined) => (value === undefined ? '' : byteSize(value))
  return [
    '| table | rows | heap | TOAST | indexes | total | low | high | known from |',
    '|---|--:|--:|--:|--:|--:|--:|--:|---|',
    ...tables.map((table) => {
      const { name, rows, heapBytes, toastBytes, indexBytes, totalBytes } = table
      const count = known(rows, (one) => decimal(one, 0))
      return `| ${cell(name)} | ${count} | ${bytes(heapBytes)} | ${bytes(toastBytes)} | ${bytes(indexBytes)} | ${known(totalBytes, byteSize)} | ${bytes(table.lowBytes)} | ${bytes(table.highBytes)} | ${SIZE_SOURCES[table.source]} |`
    }),
    '',
  ]
}

function findings({ findings: all }: EstimateReport): readonly string[] {
  if (all.length === 0) return ['No findings.', '']
  return [
    ...sortFindings(all).map((finding) => {
      const place = finding.line === undefined ? '' : ` (${finding.file}:${finding.line})`
      return `- **${finding.level} ${finding.ruleId}**${place}: ${cell(finding.message)}`
    }),
    '',
  ]
}

/** Text of the user's in a Markdown table: no cell ends early, no markup starts. */
function cell(text: string): string {
  return text.replace(/[\\`*_[\]<>|]/g, (sign) => `\\${sign}`).replace(/\s+/g, ' ')
}
