import type { ParameterOrJSON, Row } from 'postgres'
import { LakebaseError } from '../lakebase-error.js'
import type { Statement } from './query.js'

export type Values = Readonly<Record<string, ParameterOrJSON<never>>>

/** `insert … returning …`; all rows have the columns of the first. */
export function insertStatement(
  table: string,
  rows: readonly Values[],
  returning = '*',
): Statement<Row[]> {
  const columns = columnsOf(rows)
  const parameters = createParameters()
  const tuples = rows.map(
    (row) => `(${columns.map((name) => parameters.add(row[name])).join(', ')})`,
  )
  const text = `insert into ${quoteName(table)} (${names(columns)}) values ${tuples.join(', ')}`
  return parameters.statement(`${text} returning ${returning}`)
}

/** `insert … on conflict (…) do update … returning …` */
export function upsertStatement(
  table: string,
  rows: readonly Values[],
  conflict: readonly string[],
  returning = '*',
): Statement<Row[]> {
  const columns = columnsOf(rows)
  if (conflict.length === 0) throw wrongCall('upsert needs the columns of a unique key in conflict')
  const parameters = createParameters()
  const tuples = rows.map(
    (row) => `(${columns.map((name) => parameters.add(row[name])).join(', ')})`,
  )
  const others = columns.filter((name) => !conflict.includes(name))
  // With nothing else to set, the key is set to itself: `do nothing` would return no row.
  const set = (others.length > 0 ? others : conflict)
    .map((name) => `${quote(name)} = excluded.${quote(name)}`)
    .join(', ')
  const text = `insert into ${quoteName(table)} (${names(columns)}) values ${tuples.join(', ')}`
  return parameters.statement(
    `${text} on conflict (${names(conflict)}) do update set ${set} returning ${returning}`,
  )
}

export function updateStatement(
  table: string,
  set: Values,
  where: Values,
  returning = '*',
): Statement<Row[]> {
  const columns = columnsOf([set])
  const parameters = createParameters()
  const changes = columns.map((name) => `${quote(name)} = ${parameters.add(set[name])}`).join(', ')
  const condition = conditionOf(where, parameters)
  return parameters.statement(
    `update ${quoteName(table)} set ${changes} where ${condition} returning ${returning}`,
  )
}

export function deleteStatement(table: string, where: Values, returning = '*'): Statement<Row[]> {
  const parameters = createParameters()
  const condition = conditionOf(where, parameters)
  return parameters.statement(
    `delete from ${quoteName(table)} where ${condition} returning ${returning}`,
  )
}

/** Of the driver; of the protocol it is two more. */
const MOST_VALUES = 65_533

function createParameters() {
  const values: ParameterOrJSON<never>[] = []
  return {
    add(value: ParameterOrJSON<never> | undefined): string {
      if (value === undefined) throw wrongCall('a value is undefined; null is what Postgres knows')
      if (values.length === MOST_VALUES) {
        throw wrongCall(
          `a statement takes ${MOST_VALUES} values at most: give fewer rows at a time`,
        )
      }
      values.push(value)
      return `$${values.length}`
    },
    statement:
      (text: string): Statement<Row[]> =>
      (sql) =>
        sql.unsafe<Row[]>(text, [...values], { prepare: true }),
  }
}

function conditionOf(where: Values, parameters: ReturnType<typeof createParameters>): string {
  const columns = columnsOf([where])
  return columns
    .map((name) =>
      where[name] === null
        ? `${quote(name)} is null`
        : `${quote(name)} = ${parameters.add(where[name])}`,
    )
    .join(' and ')
}

function columnsOf(rows: readonly Values[]): readonly string[] {
  const columns = Object.keys(rows[0] ?? {})
  if (columns.length === 0) throw wrongCall('there is no column: a row, or a condition, is empty')
  for (const row of rows) {
    const odd = Object.keys(row).find((name) => !columns.includes(name))
    if (odd !== undefined) throw wrongCall(`column "${odd}" is not in the first row`)
  }
  return columns
}

function names(columns: readonly string[]): string {
  return columns.map(quote).join(', ')
}

/** `schema.table`, each part in quotes. */
function quoteName(table: string): string {
  return table.split('.').map(quote).join('.')
}

function quote(name: string): string {
  if (name === '' || name.includes('\0')) throw wrongCall('a name is empty or holds a zero byte')
  return `"${name.replaceAll('"', '""')}"`
}

function wrongCall(message: string): LakebaseError {
  return new LakebaseError('CONFIG', message, { sent: 'no' })
}
