import type { TypedColumn, TypedTable } from './typed-table.js'

/** The table whose key a column is named after. */
export interface Reference {
  readonly table: TypedTable
  readonly key: TypedColumn
}

/**
 * `customer_id`, and `shipping_address_id` too, where a table has the key `customer_id` or `address_id`; `parent_id` is
 * a key of its own table. The longest name wins; types must be of one kind.
 */
export function referenceOf(
  column: TypedColumn,
  table: TypedTable,
  tables: readonly TypedTable[],
): Reference | undefined {
  const name = column.name.toLowerCase()
  const found = tables.flatMap((other) => {
    const key = keyOf(other)
    if (!key || key.type.kind !== column.type.kind) return []
    if (other === table)
      return name !== key.name.toLowerCase() && name.startsWith('parent') ? { table, key } : []
    const wanted = key.name.toLowerCase()
    return name === wanted || name.endsWith(`_${wanted}`) ? { table: other, key } : []
  })
  return found.toSorted((a, b) => b.key.name.length - a.key.name.length)[0]
}

function keyOf({ primaryKeys, columns }: TypedTable): TypedColumn | undefined {
  const [only, second] = primaryKeys
  return second === undefined ? columns.find(({ name }) => name === only) : undefined
}
