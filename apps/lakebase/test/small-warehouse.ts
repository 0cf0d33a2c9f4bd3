import type { SqlAnswer, SqlFunction, SqlValue } from '@lakebase/testing'

/** A table as the warehouse knows it: names and types of its columns, and how many rows. */
export interface SmallTable {
  readonly columns: readonly (readonly [name: string, type: string])[]
  readonly rows: number
}

/**
 * A warehouse with a few tables: it answers what `estimate` asks to measure them, and what `instead` answers first.
 * Every row of a sample is of the same lengths, so that sizes follow from the rows alone.
 */
export function smallWarehouse(
  tables: Readonly<Record<string, SmallTable>>,
  instead: (statement: string) => SqlAnswer | undefined,
): SqlFunction {
  return (statement) => {
    const special = instead(statement)
    if (special) return special
    const name = /`([^`]+)`\.`([^`]+)`\.`([^`]+)`/.exec(statement)?.slice(1).join('.') ?? ''
    const table = tables[name]
    if (!table) throw new Error(`the test knows no answer to ${statement}`)
    const { columns, rows } = table
    if (statement.startsWith('DESCRIBE TABLE EXTENDED')) {
      return answer(
        ['col_name', 'data_type', 'comment'],
        [
          ...columns.map(([column, type]) => [column, type, null]),
          ['', '', ''],
          ['# Detailed Table Information', '', ''],
          ['Type', 'MANAGED', ''],
        ],
      )
    }
    if (statement.startsWith('DESCRIBE DETAIL')) {
      const properties = JSON.stringify({ 'delta.enableChangeDataFeed': 'true' })
      return answer(
        ['format', 'lastModified', 'sizeInBytes', 'properties'],
        [['delta', '2026-11-20T03:00:00.000Z', rows * 25, properties]],
      )
    }
    if (/^SELECT count\(\*\) AS rows FROM/.test(statement)) return answer(['rows'], [[rows]])
    if (/ LIMIT 0$/.test(statement)) return answer(['x'], [])
    const lengths = columns.map(([, type]) => (type === 'string' ? 24 : 1))
    return answer(
      [...columns.map((_, index) => `c${index}`), 'null_key', 'key_rows', 'nul_byte'],
      Array.from({ length: Math.min(500, rows) }, () => [...lengths, 0, 1, 0]),
    )
  }
}

export function answer(
  names: readonly string[],
  rows: readonly (readonly SqlValue[])[],
): SqlAnswer {
  return { columns: names.map((name) => ({ name, type_name: 'STRING' })), rows }
}
