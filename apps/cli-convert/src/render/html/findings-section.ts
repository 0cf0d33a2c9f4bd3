import { findingItem, type Html, html, section } from '@lakebase/cli-kit'
import type { ConversionReport, StatementFinding } from '../../report/conversion-report.js'
import { counted } from '../counted.js'
import { statementId } from './anchors.js'

/** What somebody has to look at: what is not converted, then what may give other values. */
export function findingsSection({ files }: ConversionReport): Html {
  const placed = files.flatMap(({ statements }, index) =>
    statements.flatMap((statement) =>
      statement.findings.map((finding) => ({ finding, id: statementId(index, statement) })),
    ),
  )
  const of = (level: StatementFinding['level']) =>
    placed.filter(({ finding }) => finding.level === level)
  const [errors, warnings, notes] = [of('error'), of('warn'), of('note')]
  const serious = [...errors, ...warnings]
  const parts = [
    ...(errors.length > 0 ? [counted(errors.length, 'error')] : []),
    ...(warnings.length > 0 ? [counted(warnings.length, 'warning')] : []),
    ...(notes.length > 0 ? [counted(notes.length, 'note')] : []),
  ]
  return section({
    id: 'findings',
    title: 'Findings',
    gist:
      parts.length === 0
        ? 'No findings.'
        : `${parts.join(', ')}. Notes stand beside their statements.`,
    body:
      serious.length === 0
        ? undefined
        : html`<ol class="findings">${serious.map(({ finding, id }) => findingItem(finding, `#${id}`))}</ol>`,
  })
}
