import { identifier } from './identifier.js'
import { bracketed, layout, listed } from './layout.js'
import { printOrder, printWindow } from './print-expression.js'
import { printColumns } from './print-table.js'
import type { Printer } from './printer.js'
import type { PgGroupItem, PgQuery, PgQueryBody, PgSelect } from './query.js'

export function printQuery(print: Printer, query: PgQuery): string {
  const parts = [
    printWith(print, query),
    printBody(print, query.body),
    query.orderBy?.length ? `ORDER BY ${printOrder(print, query.orderBy)}` : '',
    query.limit ? `LIMIT ${print.expression(query.limit)}` : '',
    query.offset ? `OFFSET ${print.expression(query.offset)}` : '',
  ]
  return layout(parts)
}

function printWith(print: Printer, { with: tables }: PgQuery): string {
  if (!tables || tables.tables.length === 0) return ''
  const each = tables.tables.map(
    ({ name, columns, query }) =>
      `${identifier(name)}${printColumns(columns)} AS ${bracketed(print.query(query))}`,
  )
  return `WITH ${tables.recursive ? 'RECURSIVE ' : ''}${layout(each, ',')}`
}

function printBody(print: Printer, body: PgQueryBody): string {
  switch (body.kind) {
    case 'select':
      return printSelect(print, body)
    case 'values':
      return `VALUES ${body.rows.map((row) => `(${row.map(print.expression).join(', ')})`).join(', ')}`
    case 'bracketed':
      return bracketed(print.query(body.query))
    case 'set operation': {
      const operator = `${body.operator.toUpperCase()}${body.all ? ' ALL' : ''}`
      return layout([
        printSide(print, body.left, body.operator, false),
        operator,
        printSide(print, body.right, body.operator, true),
      ])
    }
  }
}

/** INTERSECT binds tighter than UNION and EXCEPT, which go from left to right. */
function printSide(print: Printer, body: PgQueryBody, operator: string, isRight: boolean): string {
  const text = printBody(print, body)
  if (body.kind !== 'set operation') return text
  const looser = operator === 'intersect' && body.operator !== 'intersect'
  const tighter = operator !== 'intersect' && body.operator === 'intersect'
  return looser || (isRight && !tighter) ? bracketed(text) : text
}

function printSelect(print: Printer, select: PgSelect): string {
  const items = select.items.map(({ value, alias }) =>
    alias === undefined
      ? print.expression(value)
      : `${print.expression(value)} AS ${identifier(alias)}`,
  )
  const windows = select.windows.map(
    ({ name, window }) =>
      `${identifier(name)} AS (${typeof window === 'string' ? identifier(window) : printWindow(print, window)})`,
  )
  const parts = [
    listed(`SELECT${select.distinct ? ' DISTINCT' : ''}`, items),
    select.from.length ? listed('FROM', select.from.map(print.table)) : '',
    select.where ? `WHERE ${print.condition(select.where)}` : '',
    select.groupBy
      ? `GROUP BY ${select.groupBy.map((group) => printGroup(print, group)).join(', ')}`
      : '',
    select.having ? `HAVING ${print.condition(select.having)}` : '',
    windows.length ? `WINDOW ${windows.join(', ')}` : '',
  ]
  return layout(parts)
}

function printGroup(print: Printer, item: PgGroupItem): string {
  switch (item.kind) {
    case 'expression':
      return print.expression(item.value)
    case 'set':
      return `(${item.values.map(print.expression).join(', ')})`
    case 'sets':
      return `${item.type.toUpperCase()} (${item.sets.map((group) => printGroup(print, group)).join(', ')})`
  }
}
