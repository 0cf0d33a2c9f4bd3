import { countFindings, formatFinding, GENERATOR, type Paint, renderSarif } from '@lakebase/cli-kit'
import { ruleTitles } from '../explain/all-rules.js'
import type { CheckedPart, CheckReport } from './check-report.js'

export const CHECK_FORMATS = ['json', 'sarif', 'md'] as const

/** A check in a format that a file may have. */
export function renderCheck(report: CheckReport, format: (typeof CHECK_FORMATS)[number]): string {
  if (format === 'json') return `${JSON.stringify(report, null, 2)}\n`
  if (format === 'md') return markdown(report)
  const { version, findings } = report
  return renderSarif({ tool: 'lakebase', version, findings, titles: ruleTitles })
}

/** What a person reads: the findings as a compiler prints them, then what was looked at. */
export function checkText(report: CheckReport, colors: Paint): string {
  const { findings, parts, exit } = report
  const shown = findings.map((finding) => `${formatFinding(finding, colors)}\n`)
  const counted = findings.length === 0 ? 'no findings' : countFindings(findings)
  return `${[
    ...shown,
    colors.bold(counted),
    ...parts.map(partLine),
    colors.dim(`exit ${exit.code}: ${exit.reason}`),
  ].join('\n')}\n`
}

function partLine({ part, source, status, why }: CheckedPart): string {
  const said = [source, why].filter((text) => text !== undefined).join(', ')
  return `  ${part.padEnd(8)}  ${status}: ${said}`
}

function markdown({ findings, parts }: CheckReport): string {
  const rows = findings.map(
    ({ level, ruleId, file, line, message, hint }) =>
      `| ${level} | ${ruleId} | ${cell([file, line].filter((one) => one !== undefined).join(':'))} | ${cell(message)}${hint === undefined ? '' : `<br>${cell(hint)}`} |`,
  )
  const table =
    rows.length === 0
      ? []
      : ['', '| level | rule | where | what |', '| --- | --- | --- | --- |', ...rows]
  return `${[
    '## Check',
    '',
    findings.length === 0 ? 'No findings.' : `${countFindings(findings)}.`,
    ...table,
    '',
    ...parts.map((part) => `- ${partLine(part).trim()}`),
    '',
    `<!-- ${GENERATOR} -->`,
  ].join('\n')}\n`
}

/** A table cell is one line without a bar of its own, and no markup. */
function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('<', '&lt;')
}
