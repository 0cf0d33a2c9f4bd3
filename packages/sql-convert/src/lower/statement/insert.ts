import { fold, identifier, qualified } from '../../postgres/identifier.js'
import { PRINTER } from '../../postgres/printer.js'
import type { Insert } from '../../spark/ast/statement.js'
import { castTo } from '../cast/cast.js'
import type { LoweredQuery, Lowerer } from '../lowerer.js'
import { castColumns } from '../query/set-operation.js'
import { tableName } from '../query/table-name.js'
import { EMPTY_SCOPE, type OutputColumn, scopeWith } from '../scope.js'

/** INSERT INTO, and INSERT OVERWRITE as TRUNCATE and INSERT. */
export function lowerInsert(lowerer: Lowerer, insert: Insert): readonly string[] {
  const own = qualified(tableName(lowerer, insert.table, insert))
  if (insert.partition.length > 0) return lowerPartition(lowerer, insert, own)
  const query = lowerer.query(insert.query, EMPTY_SCOPE)
  const columns = listOf(lowerer, insert, query)
  const typed = toTable(lowerer, insert, query, columns)
  const list = columns ? ` (${columns.map(identifier).join(', ')})` : ''
  const body = `INSERT INTO ${own}${list} ${PRINTER.query(typed)}`
  if (insert.replaceWhere) {
    noteTransaction(lowerer, insert, 'INSERT … REPLACE WHERE is a DELETE and an INSERT')
    const scope = scopeWith(EMPTY_SCOPE, { relations: [relation(lowerer, insert)] })
    const where = PRINTER.expression(lowerer.expression(insert.replaceWhere, scope).pg)
    return [`DELETE FROM ${own} WHERE ${where}`, body]
  }
  if (!insert.overwrite) return [body]
  noteTransaction(lowerer, insert, 'INSERT OVERWRITE is a TRUNCATE and an INSERT')
  return [`TRUNCATE TABLE ${own}`, body]
}

function relation(lowerer: Lowerer, { table }: Insert) {
  const columns = lowerer.catalog.table(table)
  return { names: table.map(fold).reverse(), columns }
}

function noteTransaction(lowerer: Lowerer, { start, end }: Insert, what: string): void {
  const because = `${what}: run both in one transaction.`
  lowerer.context.note({ grade: 'equivalent', because, span: { start, end } })
}

function listOf(
  lowerer: Lowerer,
  insert: Insert,
  { columns }: LoweredQuery,
): readonly string[] | undefined {
  if (insert.columns.length > 0) return insert.columns.map((parts) => parts.at(-1) ?? '')
  if (!insert.byName) return undefined
  const names = columns?.flatMap(({ name }) => name ?? [])
  if (names && names.length === columns?.length) return names
  return lowerer.context.needsSchema('INSERT BY NAME needs the columns of the query', insert)
}

/** Each column as the table has it, where Postgres would not convert it by itself. */
function toTable(
  lowerer: Lowerer,
  insert: Insert,
  { query, columns }: LoweredQuery,
  names: readonly string[] | undefined,
): LoweredQuery['query'] {
  const table = lowerer.catalog.table(insert.table)
  if (!table || !columns) return query
  const wanted = names
    ? names.map((own) => table.find((column) => fold(column.name ?? '') === fold(own)))
    : columns.map((_, place): OutputColumn | undefined => table[place])
  const types = wanted.map((column) => column?.type)
  return { ...query, body: castColumns(lowerer, { body: query.body, columns }, types) }
}

/** A partition is columns of the table, those with a value the same in each row. */
function lowerPartition(lowerer: Lowerer, insert: Insert, own: string): readonly string[] {
  const { partition } = insert
  const table = lowerer.catalog.table(insert.table)
  if (!table)
    return lowerer.context.needsSchema('INSERT … PARTITION needs the columns of the table', insert)
  const keys = partition.map(({ column }) => fold(column))
  const named = insert.columns.map((parts) => fold(parts.at(-1) ?? ''))
  const others = table.map((column) => fold(column.name ?? '')).filter((one) => !keys.includes(one))
  const given = named.length > 0 ? named.filter((one) => !keys.includes(one)) : others
  const moving = partition.flatMap(({ column, value }) => (value ? [] : [fold(column)]))
  const fixed = partition.flatMap(({ column, value }) => {
    if (!value) return []
    const bound = lowerer.expression(value, EMPTY_SCOPE)
    const type = table.find((one) => fold(one.name ?? '') === fold(column))?.type
    const text = PRINTER.expression((type ? (castTo(bound, type) ?? bound) : bound).pg)
    return [{ column: fold(column), text }]
  })
  const query = lowerer.query(insert.query, EMPTY_SCOPE)
  const typed = toTable(lowerer, insert, query, [...given, ...moving])
  const list = [...given, ...moving, ...fixed.map(({ column }) => column)].map(identifier)
  const values = fixed.map(({ text }) => `, ${text}`).join('')
  const body = `INSERT INTO ${own} (${list.join(', ')}) SELECT _q.*${values} FROM (${PRINTER.query(typed)}) AS _q`
  if (!insert.overwrite) return [body]
  if (moving.length > 0) {
    return lowerer.context.refuse('INSERT OVERWRITE of partitions that the rows name', insert)
  }
  noteTransaction(lowerer, insert, 'INSERT OVERWRITE of a partition is a DELETE and an INSERT')
  const where = fixed.map(({ column, text }) => `${identifier(column)} = ${text}`).join(' AND ')
  return [`DELETE FROM ${own} WHERE ${where}`, body]
}
