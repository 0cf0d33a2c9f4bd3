import type { ConversionReport, ReportFile } from '../report/conversion-report.js'
import { isLeftOver, STATUSES } from '../report/statuses.js'
import { checksText } from './checks-text.js'
import { gist, STATUS_MEANING } from './gist.js'

/** The report for a pull request or a wiki. */
export function renderMarkdown(report: ConversionReport): string {
  const { summary, compat, checks, generator, version } = report
  const sections = [
    '# SQL conversion',
    `${gist(report)}.`,
    table(
      ['status', 'statements', ''],
      STATUSES.filter((status) => summary.byStatus[status] > 0).map((status) => [
        status,
        String(summary.byStatus[status]),
        STATUS_MEANING[status],
      ]),
    ),
    ...(checks ? [`Checked: ${checksText(checks)}.`] : []),
    ...section('Not converted', leftOvers(report)),
    ...section('May give other values', approximations(report)),
    '## Files',
    table(['source', 'target', 'statements', 'not converted'], report.files.map(fileRow)),
    ...(compat.functions.length === 0
      ? []
      : [`Needs \`spark_compat\`: ${compat.functions.map(code).join(', ')}.`]),
    `${generator} ${version}, PostgreSQL 17.`,
  ]
  return `${sections.join('\n\n')}\n`
}

function section(title: string, rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return []
  return [`## ${title}`, table(['place', 'rule', 'what', 'what to do'], rows)]
}

function leftOvers({ files }: ConversionReport) {
  return findingRows(files, (status, level) => isLeftOver(status) && level === 'error')
}

function approximations({ files }: ConversionReport) {
  return findingRows(files, (status, level) => status === 'converted' && level === 'warn')
}

type Statement = ReportFile['statements'][number]

function findingRows(
  files: readonly ReportFile[],
  wanted: (status: Statement['status'], level: Statement['findings'][number]['level']) => boolean,
): readonly (readonly string[])[] {
  return files.flatMap(({ statements }) =>
    statements.flatMap(({ status, findings }) =>
      findings
        .filter(({ level }) => wanted(status, level))
        .map(({ file, line, column, ruleId, message, hint }) => [
          code(`${file}:${line}:${column}`),
          ruleId,
          message,
          hint ?? '',
        ]),
    ),
  )
}

function fileRow({ source, target, statements }: ReportFile): readonly string[] {
  const left = statements.filter(({ status }) => isLeftOver(status)).length
  return [
    code(source),
    target === undefined ? '' : code(target),
    String(statements.length),
    String(left),
  ]
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [titles, titles.map(() => '---'), ...rows]
  return lines.map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n')
}

/** Nothing that a file holds may end its cell, or be read as markup of its own. */
function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('<', '&lt;')
}

function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`'
  return `${fence}${text}${fence}`
}
