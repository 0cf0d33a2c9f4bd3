import { dataTable, decimal, type Html, html, section } from '@lakebase/cli-kit'
import type { ReportSizing } from '../../../report/estimate-report.js'
import { cu, cuRange } from '../../format.js'
import { computeChart } from '../charts/compute-chart.js'
import { hoursChart } from '../charts/hours-chart.js'
import { type LegendMark, legend } from '../charts/legend.js'
import { sourceNotes } from '../source-notes.js'
import { confidenceWord } from './confidence-word.js'

/** Which limit asks for how much, what was chosen, and how a day runs on it. */
export function computeSection(sizing: ReportSizing): Html {
  return section({
    id: 'compute',
    title: 'Compute units',
    gist: html`${choice(sizing)} ${sizing.combined}`,
    body:
      sizing.needs.length === 0
        ? undefined
        : html`${limitsFigure(sizing)}${needsTable(sizing)}${dayFigure(sizing)}`,
  })
}

function choice(sizing: ReportSizing): string {
  const { minCu, maxCu, neededCu, origin, connectionCap, binding } = sizing
  const by = binding === undefined ? '' : `, set by ${binding}`
  if (minCu === undefined || maxCu === undefined) {
    return neededCu === 0
      ? 'Nothing asks for compute.'
      : `Needs ${cu(neededCu)}${by}; no size carries it.`
  }
  const chosen = origin === 'file' ? 'as the file asks' : 'as sized'
  const cap =
    connectionCap === undefined ? '' : ` Clients can open ${decimal(connectionCap)} connections.`
  return `Needs ${cu(neededCu)}${by}; ${cuRange(minCu, maxCu)} ${chosen}.${cap}`
}

function limitsFigure(sizing: ReportSizing): Html {
  const chosen: readonly (readonly [LegendMark, string])[] =
    sizing.maxCu === undefined ? [] : [['chosen', 'Chosen size']]
  const binding: readonly (readonly [LegendMark, string])[] =
    sizing.binding === undefined ? [] : [['binding', 'Binding limit']]
  return html`<figure>
<figcaption>CU that each limit asks for ${legend([...binding, ['other', 'Other limits'], ...chosen])}</figcaption>
${computeChart(sizing)}
</figure>`
}

function needsTable({ needs, binding }: ReportSizing): Html {
  const notes = sourceNotes('compute-source', needs)
  const table = dataTable({
    id: 'needs-table',
    caption: 'What each limit asks for, and why',
    columns: [
      { header: 'Limit' },
      { header: 'CU', kind: 'number' },
      { header: 'Why', kind: 'text' },
      { header: 'Confidence' },
    ],
    rows: needs.map((need) => ({
      cells: [
        need.limit === binding ? html`<b>${need.limit}</b> (binding)` : need.limit,
        decimal(need.cu, need.cu < 1 ? 2 : 1),
        html`${need.why}${notes.mark(need)}`,
        confidenceWord(need.confidence),
      ],
    })),
  })
  return html`${table}${notes.list}`
}

function dayFigure({ hourlyCu, minCu, maxCu }: ReportSizing): Html | undefined {
  if (minCu === undefined || maxCu === undefined || new Set(hourlyCu).size < 2) return undefined
  const peak = Math.max(...hourlyCu)
  const low = Math.min(...hourlyCu)
  const caption = `A day in CU: the steady load wants ${cu(low)} at ${hourlyCu.indexOf(low)}:00 and ${cu(peak)} at ${hourlyCu.indexOf(peak)}:00`
  const marks = [
    ['wanted', 'Wanted'],
    ['band', 'Between min and max'],
  ] as const
  return html`<figure>
<figcaption>${caption} ${legend(minCu === maxCu ? marks.slice(0, 1) : marks)}</figcaption>
${hoursChart({ hourlyCu, minCu, maxCu })}
</figure>
<details><summary>The hours as a table</summary>${hoursTable(hourlyCu)}</details>`
}

function hoursTable(hourlyCu: readonly number[]): Html {
  return dataTable({
    id: 'hours-table',
    compact: true,
    caption: 'CU wanted in each hour of a day',
    columns: [{ header: 'Hour' }, { header: 'CU wanted', kind: 'number' }],
    rows: hourlyCu.map((value, hour) => ({ cells: [`${hour}:00`, decimal(value, 1, 1)] })),
  })
}
