import { type Html, html } from '@lakebase/cli-kit'
import type { ReportStatement, StatementFinding } from '../../report/conversion-report.js'
import { isLeftOver } from '../../report/statuses.js'
import { STATUS_MEANING } from '../gist.js'
import { findingId } from './anchors.js'
import { markedSource } from './marked-source.js'

/** A statement and what became of it, beside each other, with what is to be known about it. */
export function statementPart(statement: ReportStatement, id: string): Html {
  const { number, kind, line, endLine, findings } = statement
  const lines = line === endLine ? `line ${line}` : `lines ${line} to ${endLine}`
  return html`<article class="statement" id="${id}">
<h3>${number}. ${kind} <span class="place">${lines}</span> <span class="status ${tone(statement)}">${statusText(statement)}</span></h3>
<div class="sides">
<div class="side"><h4>Databricks SQL</h4>${markedSource(statement, id)}</div>
<div class="side"><h4>PostgreSQL</h4>${result(statement)}</div>
</div>
${needs(statement)}
${checks(statement)}
${findings.length === 0 ? undefined : html`<ul class="notes">${findings.map((one, index) => note(one, findingId(id, index)))}</ul>`}
</article>
`
}

function tone({ status, semantics }: ReportStatement): string {
  if (isLeftOver(status)) return 'left'
  if (status === 'converted_by_model') return 'approximate'
  if (status !== 'converted') return 'plain'
  return semantics === 'approximate' ? 'approximate' : ''
}

function statusText({ status, semantics }: ReportStatement): string {
  const name = status.replaceAll('_', ' ')
  return status === 'converted' ? `${name}, ${semantics}` : name
}

function result({ status, sql }: ReportStatement): Html {
  if (sql.length === 0) return html`<p>None: ${STATUS_MEANING[status]}.</p>`
  const isSame = status === 'already_postgres'
  return html`<pre>${isSame ? sql.join('\n') : sql.map((one) => `${one};`).join('\n')}</pre>`
}

function needs({ parameters, compatFunctions }: ReportStatement): Html | undefined {
  const list = parameters.map((written, place) => `$${place + 1} = ${written}`).join(', ')
  const parts = [
    ...(parameters.length > 0 ? [html`Parameters: <code>${list}</code>. `] : []),
    ...(compatFunctions.length > 0
      ? [html`Needs spark_compat: <code>${compatFunctions.join(', ')}</code>.`]
      : []),
  ]
  return parts.length === 0 ? undefined : html`<p class="needs">${parts}</p>`
}

function checks({ verification }: ReportStatement): Html | undefined {
  if (!verification) return undefined
  const made = (['grammar', 'census', 'explain'] as const).filter(
    (name) => verification[name].outcome !== 'skipped',
  )
  if (made.length === 0) return undefined
  const list = made.map((name) => `${CHECK_NAMES[name]} ${verification[name].outcome}`)
  return html`<p class="needs">Checked: ${list.join(', ')}.</p>`
}

const CHECK_NAMES = { grammar: 'grammar', census: 'census', explain: 'EXPLAIN' } as const

function note(finding: StatementFinding, id: string): Html {
  const { level, ruleId, message, hint, line, column } = finding
  const more = hint === undefined ? undefined : html`<span class="hint">${hint}</span>`
  return html`<li class="${level}" id="${id}" tabindex="-1"><span><span class="level">${level}</span> <code>${ruleId}</code></span><span>${message} <span class="place">${line}:${column}</span>${more}</span></li>`
}
