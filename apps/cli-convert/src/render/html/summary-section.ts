import { dataTable, type Html, html, section } from '@lakebase/cli-kit'
import type { ConversionReport, ReportFile } from '../../report/conversion-report.js'
import { isLeftOver, STATUSES } from '../../report/statuses.js'
import { STATUS_MEANING } from '../gist.js'
import { fileId } from './anchors.js'

/** Counts by status and by file. */
export function summarySection(report: ConversionReport): Html {
  return section({
    id: 'summary',
    title: 'Statements',
    gist: 'By what became of them, and by file.',
    body: html`${statusTable(report)}${fileTable(report)}`,
  })
}

function statusTable({ summary }: ConversionReport): Html {
  return dataTable({
    id: 'by-status',
    caption: 'By status',
    columns: [
      { header: 'Status', kind: 'word' },
      { header: 'Statements', kind: 'number' },
      { header: 'What it means', kind: 'text' },
    ],
    rows: STATUSES.filter((status) => summary.byStatus[status] > 0).map((status) => ({
      cells: [
        status.replaceAll('_', ' '),
        summary.byStatus[status].toLocaleString('en-US'),
        STATUS_MEANING[status],
      ],
    })),
  })
}

function fileTable({ files }: ConversionReport): Html {
  return dataTable({
    id: 'by-file',
    caption: 'By file',
    columns: [
      { header: 'File' },
      { header: 'Statements', kind: 'number' },
      { header: 'Not converted', kind: 'number' },
      { header: 'May differ', kind: 'number' },
    ],
    rows: files.map((file, index) => ({ cells: fileCells(file, index) })),
  })
}

function fileCells({ source, statements }: ReportFile, index: number) {
  const left = statements.filter(({ status }) => isLeftOver(status)).length
  const differ = statements.filter(
    ({ status, semantics }) => status === 'converted' && semantics === 'approximate',
  ).length
  return [
    html`<a class="name" href="#${fileId(index)}">${source}</a>`,
    String(statements.length),
    String(left),
    String(differ),
  ]
}
