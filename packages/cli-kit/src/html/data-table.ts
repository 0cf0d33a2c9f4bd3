import { type Html, type HtmlValue, html } from './html.js'

interface TableColumn {
  readonly header: string
  /**
   * `number` stands at the right, `word` is never broken. On a phone `text` and `span` (a wide
   * number) take the whole width.
   */
  readonly kind?: 'number' | 'word' | 'text' | 'span'
}

export interface TableRow {
  /** One a column. The first is the row's header. */
  readonly cells: readonly HtmlValue[]
  /** A line under the row over its whole width: where the figures came from. */
  readonly note?: Html
  readonly kind?: 'group' | 'total'
}

export interface DataTable {
  readonly id: string
  readonly caption: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
  /** No wider than it must be, and never restacked: for a name and a figure. */
  readonly compact?: boolean
}

/**
 * A table in a box of its own that scrolls where it must. On a narrow screen its rows restack with
 * the column's name before each value; the roles keep it a table for readers even then.
 */
export function dataTable({ id, caption, columns, rows, compact }: DataTable): Html {
  return html`<div class="table-box" role="region" aria-labelledby="${id}" tabindex="0">
<table role="table" class="${compact ? 'compact' : 'stack'}">
<caption id="${id}">${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(headerCell)}</tr></thead>
<tbody role="rowgroup">${rows.map((row) => tableRow(row, columns))}</tbody>
</table>
</div>`
}

function headerCell(column: TableColumn): Html {
  return html`<th role="columnheader" scope="col"${kindClass(column)}>${column.header}</th>`
}

function tableRow({ cells, note, kind }: TableRow, columns: readonly TableColumn[]): Html {
  const name = [kind, note === undefined ? undefined : 'noted'].filter((part) => part).join(' ')
  return html`<tr role="row" class="${name}">${cells.map((value, index) => (index === 0 ? rowHeader(value) : cell(value, columns[index])))}</tr>
${note === undefined ? undefined : noteRow(note, columns.length)}`
}

function rowHeader(value: HtmlValue): Html {
  return html`<th role="rowheader" scope="row">${value}</th>`
}

function cell(value: HtmlValue, column: TableColumn | undefined): Html {
  if (column === undefined) return html`<td role="cell">${value}</td>`
  return html`<td role="cell" data-label="${column.header}"${kindClass(column)}>${value}</td>`
}

function noteRow(note: Html, columns: number): Html {
  return html`<tr role="row" class="note"><td role="cell" colspan="${columns}">${note}</td></tr>`
}

function kindClass({ kind }: TableColumn): Html | undefined {
  return kind === undefined ? undefined : html` class="${CLASSES[kind]}"`
}

const CLASSES = { number: 'number', word: 'word', text: 'prose', span: 'number span' } as const
