import { formatTable, type Paint } from '@lakebase/cli-kit'
import type {
  ConversionReport,
  ReportFile,
  ReportStatement,
} from '../../report/conversion-report.js'
import { isLeftOver, STATUSES } from '../../report/statuses.js'
import { checksText } from '../checks-text.js'
import { gist, STATUS_MEANING } from '../gist.js'

/** Counts by status, then what is not converted, with its place and what to do. */
export function summaryLines(report: ConversionReport, colors: Paint): readonly string[] {
  const { summary, files } = report
  const [head = '', ...rows] = formatTable(
    [{ title: 'status' }, { title: 'statements', align: 'right' }, { title: '' }],
    STATUSES.filter((status) => summary.byStatus[status] > 0).map((status) => [
      status,
      summary.byStatus[status].toLocaleString('en-US'),
      STATUS_MEANING[status],
    ]),
  )
  const left = files.flatMap((file) =>
    file.statements
      .filter(({ status }) => isLeftOver(status))
      .flatMap((statement) => leftOverLines(file, statement, colors)),
  )
  return [
    gist(report),
    '',
    colors.dim(head),
    ...rows,
    ...(report.checks ? ['', `checked: ${checksText(report.checks)}`] : []),
    ...(left.length > 0 ? ['', colors.bold('not converted'), ...left] : []),
  ]
}

function leftOverLines(
  { source }: ReportFile,
  { status, findings, line, column }: ReportStatement,
  colors: Paint,
): readonly string[] {
  const errors = findings.filter(({ level }) => level === 'error')
  if (errors.length === 0) return [`${source}:${line}:${column}  ${status}`]
  return errors.flatMap((finding) => [
    `${source}:${finding.line}:${finding.column}  ${colors.red(finding.ruleId)}  ${oneLine(finding.message)}`,
    ...(finding.hint === undefined ? [] : [`  ${colors.dim(oneLine(finding.hint))}`]),
  ])
}

/** What a file holds must not draw on the terminal. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\p{Cc}/gu, '\u00b7')
}
