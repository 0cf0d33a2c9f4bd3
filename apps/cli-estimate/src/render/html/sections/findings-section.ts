import { counted, findingItem, type Html, html, section } from '@lakebase/cli-kit'
import type { Finding } from '@lakebase/config'

/** More notes than this are folded away on the screen; paper shows them. */
const NOTES_IN_VIEW = 3

/** What the reader should know before any figure: errors first. */
export function findingsSection(findings: readonly Finding[]): Html {
  const of = (level: Finding['level']) => findings.filter((finding) => finding.level === level)
  const [errors, warnings, notes] = [of('error'), of('warn'), of('note')]
  return section({
    id: 'findings',
    title: 'Findings',
    gist: gist(errors.length, warnings.length, notes.length),
    body:
      findings.length === 0
        ? undefined
        : html`${list([...errors, ...warnings])}${foldedNotes(notes)}`,
  })
}

function gist(errors: number, warnings: number, notes: number): string {
  const parts = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
    ...(notes > 0 ? [counted(notes, 'note')] : []),
  ]
  return parts.length === 0 ? 'No findings.' : `${parts.join(', ')}.`
}

function list(findings: readonly Finding[]): Html | undefined {
  if (findings.length === 0) return undefined
  return html`<ol class="findings">${findings.map((finding) => findingItem(finding))}</ol>`
}

function foldedNotes(notes: readonly Finding[]): Html | undefined {
  if (notes.length <= NOTES_IN_VIEW) return list(notes)
  return html`<details><summary>${counted(notes.length, 'note')}</summary>${list(notes)}</details>`
}
