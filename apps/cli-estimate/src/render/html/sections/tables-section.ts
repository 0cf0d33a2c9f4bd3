import {
  byteSize,
  counted,
  dataTable,
  decimal,
  type Html,
  html,
  section,
  share,
  type TableRow,
} from '@lakebase/cli-kit'
import type {
  EstimateReport,
  ReportPipeline,
  ReportTable,
} from '../../../report/estimate-report.js'
import { hours, known } from '../../format.js'
import { SIZE_SOURCES } from '../../size-sources.js'
import { sizeBar } from '../charts/size-bar.js'

/** What is stored, and what keeps it fresh. */
export function tablesSection(report: EstimateReport): Html | undefined {
  const { tables, pipelines } = report
  if (tables.length === 0 && pipelines.length === 0) return undefined
  return section({
    id: 'tables',
    title: 'Tables and sync pipelines',
    gist: gist(report),
    body: html`${tables.length === 0 ? undefined : sizesTable(tables)}${pipelines.length === 0 ? undefined : pipelinesTable(report)}`,
  })
}

function gist({ tables, pipelines }: EstimateReport): string {
  const sizes = tables.flatMap(({ totalBytes }) => (totalBytes === undefined ? [] : [totalBytes]))
  const missing = tables.length - sizes.length
  const total = byteSize(sizes.reduce((sum, bytes) => sum + bytes, 0))
  const stored = missing === 0 ? total : `at least ${total}, ${missing} of unknown size`
  return `${counted(tables.length, 'table')}: ${stored}. ${counted(pipelines.length, 'pipeline')}.`
}

function sizesTable(tables: readonly ReportTable[]): Html {
  const largest = Math.max(1, ...tables.map((table) => table.totalBytes ?? 0))
  const hasRanges = tables.some(({ lowBytes }) => lowBytes !== undefined)
  return dataTable({
    id: 'sizes-table',
    caption: 'Size in Postgres, indexes included',
    columns: [
      { header: 'Table' },
      { header: 'Policy' },
      { header: 'Rows', kind: 'number' },
      { header: 'Size', kind: 'number' },
      ...(hasRanges ? [{ header: 'Between', kind: 'number' } as const] : []),
      { header: 'Of the largest' },
      { header: 'Known from' },
    ],
    rows: tables.map((table) => ({
      cells: [
        html`<span class="name">${table.name}</span>`,
        table.policy ?? 'not synced',
        known(table.rows, (rows) => decimal(rows, 0)),
        known(table.totalBytes, byteSize),
        ...(hasRanges ? [between(table)] : []),
        table.totalBytes === undefined ? '' : sizeBar(table.totalBytes, largest),
        SIZE_SOURCES[table.source],
      ],
      ...(table.why !== undefined && { note: sizeNote(table) }),
    })),
  })
}

function between({ lowBytes, highBytes }: ReportTable): string {
  if (lowBytes === undefined || highBytes === undefined) return ''
  return `${byteSize(lowBytes)}–${byteSize(highBytes)}`
}

/** The parts of the size, and what it rests on. */
function sizeNote({ heapBytes, toastBytes, indexBytes, why, measuredAt }: ReportTable): Html {
  const parts = [
    ['heap', heapBytes],
    ['TOAST', toastBytes],
    ['indexes', indexBytes],
  ] as const
  const sizes = parts.flatMap(([name, bytes]) => (bytes ? [`${name} ${byteSize(bytes)}`] : []))
  const day = measuredAt === undefined ? '' : ` Measured on ${measuredAt.slice(0, 10)}.`
  return html`${sizes.join(', ')}: ${why ?? ''}.${day}`
}

function pipelinesTable(report: EstimateReport): Html {
  return dataTable({
    id: 'pipelines-table',
    caption: 'Sync pipelines',
    columns: [
      { header: 'Pipeline' },
      { header: 'Policy' },
      { header: 'Schedule' },
      { header: 'Rows a run', kind: 'number' },
      { header: 'Time a run', kind: 'number' },
      { header: 'Runs a month', kind: 'number' },
      { header: 'Share of cost', kind: 'number' },
    ],
    rows: report.pipelines.map((pipeline) => pipelineRow(pipeline, report)),
  })
}

function pipelineRow(pipeline: ReportPipeline, report: EstimateReport): TableRow {
  const continuous = pipeline.mode === 'continuous'
  const runs = (text: string) => (continuous ? 'always on' : text)
  return {
    cells: [
      html`<span class="name">${pipeline.id}</span>`,
      pipeline.policy,
      pipeline.schedule ?? (continuous ? 'continuous' : 'unknown'),
      continuous ? '' : known(pipeline.rowsPerRun, (rows) => decimal(rows, 0)),
      continuous ? '' : known(pipeline.hoursPerRun, hours),
      runs(known(pipeline.runsPerMonth, (count) => decimal(count, 1))),
      costShare(pipeline, report),
    ],
    note: html`${counted(pipeline.tables.length, 'table')}: <span class="name">${pipeline.tables.join(', ')}</span>`,
  }
}

function costShare({ id }: ReportPipeline, { cost }: EstimateReport): string {
  const line = cost.lines.find((candidate) => candidate.id === `sync.${id}`)
  if (line?.status !== 'priced' || cost.monthly.expected === 0) return 'unknown'
  return share(line.amount / cost.monthly.expected)
}
