import { identifier, qualified } from './identifier.js'
import { bracketed, indent, isShort } from './layout.js'
import type { Printer } from './printer.js'
import type { PgAlias, PgJoin, PgTable } from './query.js'

export function printTable(print: Printer, table: PgTable): string {
  switch (table.kind) {
    case 'table':
      return `${qualified(table.name)}${table.alias ? printAlias(table.alias) : ''}`
    case 'derived':
      return `${table.lateral ? 'LATERAL ' : ''}${bracketed(print.query(table.query))}${printAlias(table.alias)}`
    case 'function': {
      const ordinality = table.withOrdinality ? ' WITH ORDINALITY' : ''
      return `${table.lateral ? 'LATERAL ' : ''}${print.expression(table.call)}${ordinality}${printAlias(table.alias)}`
    }
    case 'join':
      return printJoins(print, table)
  }
}

/** Tables that are joined one after the other, each on its own line where they are long. */
function printJoins(print: Printer, join: PgJoin): string {
  const [first = '', ...joins] = chain(print, join)
  const line = [first, ...joins].join(' ')
  const text = isShort(line) ? line : [first, ...joins.map(indent)].join('\n')
  return join.alias ? `${bracketed(text)}${printAlias(join.alias)}` : text
}

function chain(print: Printer, join: PgJoin): readonly string[] {
  const { left } = join
  const before = isOpen(left) ? chain(print, left) : [print.table(left)]
  return [...before, printJoin(print, join)]
}

function isOpen(table: PgTable): table is PgJoin {
  return table.kind === 'join' && table.alias === undefined
}

/** A join without what stands on its left. */
function printJoin(print: Printer, { type, natural, right, on, using }: PgJoin): string {
  const words = `${natural ? 'NATURAL ' : ''}${type === 'inner' ? '' : `${type.toUpperCase()} `}JOIN`
  const text = print.table(right)
  const table = isOpen(right) ? bracketed(text) : text
  if (on) return `${words} ${table} ON ${print.condition(on)}`
  return using
    ? `${words} ${table} USING (${using.map(identifier).join(', ')})`
    : `${words} ${table}`
}

function printAlias({ name, columns }: PgAlias): string {
  return ` AS ${identifier(name)}${printColumns(columns)}`
}

export function printColumns(columns: readonly string[]): string {
  return columns.length ? `(${columns.map(identifier).join(', ')})` : ''
}
