import { dataTable, findingItem, type Html, html, section, sortFindings } from '@lakebase/cli-kit'
import type { RunReport } from '@lakebase/loadtest'
import { measuredText, objectiveText } from '../../objective-text.js'

/** What to know before believing the figures, and whether the objectives hold. */
export function verdictsSection(run: RunReport): Html {
  const { verdicts, objectives } = run
  const items = sortFindings(verdicts).map((verdict) => findingItem(verdict))
  const list = items.length === 0 ? undefined : html`<ol class="findings">${items}</ol>`
  const table = objectives.length === 0 ? undefined : objectivesTable(run)
  return section({
    id: 'verdicts',
    title: 'Verdicts',
    gist: gist(run),
    body: list === undefined && table === undefined ? undefined : html`${list}${table}`,
  })
}

function gist({ verdicts, objectives }: RunReport): string {
  const doubts =
    verdicts.length === 0
      ? 'Nothing speaks against the figures below.'
      : 'What to know before believing the figures below.'
  return objectives.length === 0 ? `${doubts} No objective was set.` : doubts
}

function objectivesTable({ objectives }: RunReport): Html {
  return dataTable({
    id: 'objectives-table',
    caption: 'Objectives',
    columns: [
      { header: 'Objective' },
      { header: 'Measured', kind: 'number' },
      { header: 'Result', kind: 'word' },
    ],
    rows: objectives.map((result) => ({
      cells: [
        objectiveText(result.objective),
        measuredText(result),
        result.holds
          ? html`<span class="holds">holds</span>`
          : html`<span class="fails">fails</span>`,
      ],
    })),
  })
}
