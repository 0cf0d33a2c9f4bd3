import { chance, saltOf, skewed } from './chance.js'
import type { ColumnType } from './column-type.js'
import { columnType } from './column-type.js'
import { keyValue } from './key-value.js'
import { quoteText } from './quote.js'
import { referenceOf } from './references.js'
import { textValue } from './text-value.js'
import type { TypedColumn, TypedTable } from './typed-table.js'

/** Of columns that may be empty, unless the workload says how many are. */
const NULL_SHARE = 0.03
const TWO_YEARS_DAYS = 730
/** Some keys are asked for much more often than others. */
const REFERENCE_SKEW = 3

/** SQL for a column that is no key. */
export function valueExpression(
  column: TypedColumn,
  index: number,
  table: TypedTable,
  tables: readonly TypedTable[],
): string {
  const salt = saltOf(table.schema, table.table, column.name) + index
  const reference = referenceOf(column, table, tables)
  const value = reference
    ? keyValue(
        reference.key,
        `1 + ${skewed(reference.table.rows, salt, REFERENCE_SKEW)}`,
        reference.table.rows,
      )
    : typedValue(column, column.type, salt)
  const share = column.nullFraction ?? (column.nullable ? NULL_SHARE : 0)
  return share > 0 && column.nullable
    ? `CASE WHEN ${chance(salt + 1)} >= ${share} THEN ${value} END`
    : value
}

type Named = Pick<TypedColumn, 'name' | 'averageBytes' | 'distinctValues'>

function typedValue(column: Named, type: ColumnType, salt: number): string {
  switch (type.kind) {
    case 'integer':
      return `${integerValue(column, type, salt)}::${type.postgres}`
    case 'decimal': {
      const most = Math.min(type.most ?? 0, 500)
      return `round((${most} * power(${chance(salt)}, 2))::numeric, ${type.scale ?? 0})`
    }
    case 'double':
      return `(1000 * ${chance(salt)})::${type.postgres}`
    case 'boolean':
      return `(${chance(salt)} < 0.8)`
    case 'text':
      return textValue(column, type, salt)
    case 'date':
      return `(current_date - ${skewed(TWO_YEARS_DAYS, salt)}::int)`
    case 'time':
      return `(now() - make_interval(secs => ${TWO_YEARS_DAYS * 86_400} * power(${chance(salt)}, 2)))::${type.postgres}`
    case 'uuid':
      return `md5(i || ${quoteText(` ${column.name}`)})::uuid`
    case 'bytes':
      return `decode(md5(i || ${quoteText(` ${column.name}`)}), 'hex')`
    case 'interval':
      return `make_interval(mins => ${skewed(1440, salt)}::int)`
    case 'json':
      return jsonValue(type, salt)
  }
}

function integerValue(
  { name, distinctValues }: Named,
  { most = 0 }: ColumnType,
  salt: number,
): string {
  if (/stars|rating/i.test(name)) return `(5 - ${skewed(5, salt)})`
  if (/quantity|qty/i.test(name)) return `(1 + ${skewed(9, salt, 3)})`
  if (/year/i.test(name)) return `(2026 - ${skewed(12, salt)})`
  return skewed(Math.min(distinctValues ?? 1000, most), salt)
}

/** Keys of maps, as applications keep preferences and attributes in them. */
const MAP_KEYS = ['language', 'colour', 'note'] as const

function jsonValue({ nested, postgres }: ColumnType, salt: number): string {
  const inner = (name: string, type: string, index: number) => {
    const known = columnType(type)
    return known ? typedValue({ name }, known, salt + 2 + index) : 'NULL'
  }
  if (nested?.kind === 'array') {
    const items = [0, 1].map((index) => inner('item', nested.of, index))
    return `jsonb_build_array(${items.join(', ')})`
  }
  const fields =
    nested?.kind === 'struct'
      ? nested.fields
      : MAP_KEYS.map((name) => ({ name, type: nested?.of ?? 'string' }))
  const pairs = fields.map(
    ({ name, type }, index) => `${quoteText(name)}, ${inner(name, type, index)}`,
  )
  return `jsonb_build_object(${pairs.join(', ')})${postgres === 'json' ? '::json' : ''}`
}
