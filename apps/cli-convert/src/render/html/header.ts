import { type Html, html } from '@lakebase/cli-kit'
import type { Checks, ConversionReport } from '../../report/conversion-report.js'
import { checksText } from '../checks-text.js'
import { counted } from '../counted.js'

/** The answer in one sentence, and what it is about. */
export function header(report: ConversionReport): Html {
  return html`<header class="masthead">
<p class="kind">Databricks SQL to PostgreSQL</p>
<h1>${reportName(report)}</h1>
<p class="headline">${headline(report)}</p>
<dl class="facts">${facts(report).map(([name, value, detail]) => html`<div><dt>${name}</dt><dd><b>${value}</b><span>${detail}</span></dd></div>`)}</dl>
</header>
`
}

/** The folder that all sources have in common, or the one source. */
export function reportName({ files }: ConversionReport): string {
  const [first, ...others] = files.map(({ source }) => source.split(/[\\/]/))
  if (!first) return 'nothing'
  if (others.length === 0) return first.join('/')
  const shared = first.findIndex((part, place) => others.some((other) => other[place] !== part))
  return first.slice(0, shared).join('/') || counted(files.length, 'file')
}

function headline({ summary }: ConversionReport): Html {
  const { statements, notConverted, approximate, byStatus } = summary
  const done = statements - notConverted
  const differ = approximate === 0 ? undefined : html` ${approximate} may give other values.`
  const byModel = byStatus.converted_by_model
  const model = byModel === 0 ? undefined : html` ${byModel} by a model.`
  if (notConverted === 0) {
    return html`<strong class="accent">All ${statements}</strong> statements are done.${differ}${model}`
  }
  return html`<strong>${done} of ${statements}</strong> statements are done, <strong class="error">${notConverted} not converted</strong>.${differ}${model}`
}

function facts({
  summary,
  compat,
  checks,
  postgres,
}: ConversionReport): readonly (readonly [string, string, string])[] {
  const { functions, file } = compat
  const needed = functions.length === 0 ? 'none' : counted(functions.length, 'function')
  return [
    ['Files', String(summary.files), counted(summary.statements, 'statement')],
    ['Written for', `PostgreSQL ${postgres}`, 'the default of Lakebase'],
    ['spark_compat', needed, file ?? functions.join(', ')],
    ...(checks ? [['Checked', checkedBy(checks), checksText(checks)] as const] : []),
    ['Schema', summary.byStatus.needs_schema === 0 ? 'enough' : 'missing', schemaDetail(summary)],
  ]
}

function checkedBy({ explain }: Checks): string {
  return explain.passed + explain.failed > 0 ? 'and planned by Postgres' : 'by grammar and census'
}

function schemaDetail({ byStatus }: ConversionReport['summary']): string {
  const { needs_schema: count } = byStatus
  return count === 0
    ? 'no statement waits for columns'
    : `${counted(count, 'statement')} without the columns of its tables`
}
