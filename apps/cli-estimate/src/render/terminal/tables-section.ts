import { byteSize, counted, decimal, formatTable, type Paint } from '@lakebase/cli-kit'
import type { EstimateReport, ReportTable } from '../../report/estimate-report.js'
import { known } from '../format.js'
import { SIZE_SOURCES } from '../size-sources.js'
import { indented } from './indented.js'

/** More would push the cost off the screen; the rest is in the written report. */
const TABLES_SHOWN = 12

/** What the tables take in Postgres, the largest first; nothing where all sizes are the file's own. */
export function tablesSection({ tables }: EstimateReport, paint: Paint): readonly string[] {
  if (!tables.some(isKnown)) return []
  const largest = [...tables].sort((a, b) => (b.totalBytes ?? 0) - (a.totalBytes ?? 0))
  const shown = largest.slice(0, TABLES_SHOWN)
  const rest = largest.length - shown.length
  const rows = formatTable(
    [
      { title: 'table' },
      { title: 'rows', align: 'right' },
      { title: 'heap', align: 'right' },
      { title: 'TOAST', align: 'right' },
      { title: 'indexes', align: 'right' },
      { title: 'total', align: 'right' },
      { title: 'between', align: 'right' },
      { title: 'known from' },
    ],
    shown.map((table) => [
      table.name,
      known(table.rows, (count) => decimal(count, 0)),
      table.heapBytes === undefined ? '' : byteSize(table.heapBytes),
      table.toastBytes === undefined ? '' : byteSize(table.toastBytes),
      table.indexBytes === undefined ? '' : byteSize(table.indexBytes),
      known(table.totalBytes, byteSize),
      between(table),
      SIZE_SOURCES[table.source],
    ]),
  )
  return [
    [
      `${paint.bold('Tables')} ${sizesGist(tables)}`,
      ...indented(rows, paint),
      ...(rest > 0 ? [`  and ${counted(rest, 'smaller table')}`] : []),
    ].join('\n'),
  ]
}

function sizesGist(tables: readonly ReportTable[]): string {
  const sum = (bytes: (table: ReportTable) => number | undefined) =>
    byteSize(tables.reduce((total, table) => total + (bytes(table) ?? 0), 0))
  const least = tables.every(({ totalBytes }) => totalBytes !== undefined) ? '' : 'at least '
  const low = sum((table) => table.lowBytes ?? table.totalBytes)
  const high = sum((table) => table.highBytes ?? table.totalBytes)
  return `${least}${sum(({ totalBytes }) => totalBytes)} in Postgres, between ${low} and ${high}`
}

function between({ lowBytes, highBytes }: ReportTable): string {
  if (lowBytes === undefined || highBytes === undefined) return ''
  return `${byteSize(lowBytes)}–${byteSize(highBytes)}`
}

function isKnown({ heapBytes }: ReportTable): boolean {
  return heapBytes !== undefined
}
