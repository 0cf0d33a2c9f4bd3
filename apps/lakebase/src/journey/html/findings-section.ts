import { counted, countFindings, findingItem, type Html, html, section } from '@lakebase/cli-kit'
import type { Part, PartFinding } from '../../findings/part-finding.js'

/** More notes than this are folded away on the screen; paper shows them. */
const NOTES_IN_VIEW = 3

const PARTS: Readonly<Record<Part, string>> = {
  workload: 'In the workload',
  bundle: 'In the bundle',
  queries: 'In the queries',
}

/** What the reader should know before any figure: errors and warnings by part, notes folded. */
export function findingsSection(findings: readonly PartFinding[]): Html {
  const serious = findings.filter(({ level }) => level !== 'note')
  const notes = findings.filter(({ level }) => level === 'note')
  const said = countFindings(findings)
  return section({
    id: 'findings',
    title: 'Findings',
    gist: said === '' ? 'No findings.' : `${said}.`,
    body: findings.length === 0 ? undefined : html`${groups(serious)}${foldedNotes(notes)}`,
  })
}

/** The part with the most important finding first. */
function groups(findings: readonly PartFinding[]): Html | undefined {
  const parts = [...new Set(findings.map(({ part }) => part))]
  const filled = parts.map((part) =>
    group(
      PARTS[part],
      findings.filter((finding) => finding.part === part),
    ),
  )
  return filled.length === 0 ? undefined : html`<div>${filled}</div>`
}

function group(title: string, findings: readonly PartFinding[]): Html {
  const items = findings.map((finding) => findingItem(finding))
  return html`<div class="finding-group"><p class="group-title">${title}</p><ol class="findings">${items}</ol></div>`
}

function foldedNotes(notes: readonly PartFinding[]): Html | undefined {
  if (notes.length === 0) return undefined
  if (notes.length <= NOTES_IN_VIEW) return groups(notes)
  return html`<details><summary>${counted(notes.length, 'note')}</summary><div>${groups(notes)}</div></details>`
}
