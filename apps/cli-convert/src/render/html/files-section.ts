import { type Html, html, section } from '@lakebase/cli-kit'
import type { ConversionReport, ReportFile } from '../../report/conversion-report.js'
import { isLeftOver } from '../../report/statuses.js'
import { counted } from '../counted.js'
import { fileId, statementId } from './anchors.js'
import { statementPart } from './statement-part.js'

/** A report with more statements than this opens only the files that somebody has to look at. */
const STATEMENTS_IN_VIEW = 40

/** Every file, its statements beside what they became. */
export function filesSection({ files, summary }: ConversionReport): Html {
  const isLong = summary.statements > STATEMENTS_IN_VIEW
  return section({
    id: 'statements',
    title: 'Source and result',
    gist: 'What is underlined leads to what is said about it.',
    body: html`${files.map((file, index) => filePart(file, index, isLong))}`,
  })
}

function filePart(file: ReportFile, index: number, isLong: boolean): Html {
  const { source, target, statements } = file
  const left = statements.filter(({ status }) => isLeftOver(status)).length
  const open = !isLong || left > 0 ? html` open` : undefined
  const leads = target === undefined || target === '-' ? '' : ` to ${target}`
  const count = `${counted(statements.length, 'statement')}${left > 0 ? `, ${left} not converted` : ''}${leads}`
  return html`<details class="file" id="${fileId(index)}"${open}>
<summary>${source} <span class="count">${count}</span></summary>
<div>${statements.map((one) => statementPart(one, statementId(index, one)))}</div>
</details>
`
}
