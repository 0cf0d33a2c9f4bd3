import { columnType } from '../fill/column-type.js'
import { referenceOf } from '../fill/references.js'
import type { TypedTable } from '../fill/typed-table.js'
import type { Clue, KnownColumn } from './clue.js'
import type { DraftedParameter, WrittenGenerator } from './drafted-parameter.js'
import { writtenName } from './written-name.js'

type Drawn = Omit<DraftedParameter, 'name'>

/** How values are drawn for what a statement says of them. */
export function generatorFor(clue: Clue, tables: readonly TypedTable[], today: Date): Drawn {
  switch (clue.kind) {
    case 'compared':
      return compared(clue)
    case 'stored':
      return stored(clue.at, clue.isInsert, tables)
    case 'cast':
      return ofType(clue.type, today)
    case 'limit':
      return guess({ choice: [10, 25, 50] }, 'a LIMIT')
    case 'offset':
      return guess({ choice: [0, 10, 20] }, 'an OFFSET')
  }
}

/** For a value of which nothing is known. */
export function generatorForAnything(): Drawn {
  return guess({ uniform: [1, 1000] }, 'nothing says what it is')
}

function guess(generator: WrittenGenerator, because: string): Drawn {
  return { generator, because, isGuess: true }
}

function compared({ at, isArray, isLoose }: Extract<Clue, { kind: 'compared' }>): Drawn {
  const column = { column: placeOf(at) }
  return {
    generator: isArray ? { array: column, length: [1, 5] } : column,
    because: `compared with ${at.table.table}.${at.column.name}`,
    isGuess: isLoose || isArray,
  }
}

function placeOf({ table, column }: KnownColumn): string {
  return writtenName(table.schema, table.table, column.name)
}

/** A new row needs a key that is not there; anything else looks like what is there. */
function stored(at: KnownColumn, isInsert: boolean, tables: readonly TypedTable[]): Drawn {
  const { table, column } = at
  const because = `stored in ${table.table}.${column.name}`
  const reference = referenceOf(column, table, tables)
  if (reference) {
    const { table: other, key } = reference
    const values = { column: placeOf({ table: other, column: key }) }
    return { generator: values, because: `${because}, a key of ${other.table}`, isGuess: false }
  }
  const isKey = isInsert && table.primaryKeys.includes(column.name)
  const fresh = isKey ? freshKey(at) : undefined
  if (fresh)
    return { generator: fresh, because: `${because}, a key that has to be new`, isGuess: true }
  return { generator: { column: placeOf(at) }, because, isGuess: isKey }
}

const KEY_LENGTH = 24

function freshKey({ table, column }: KnownColumn): WrittenGenerator | undefined {
  const { kind, most = Number.POSITIVE_INFINITY } = column.type
  if (kind === 'uuid') return { uuid: true }
  if (kind === 'text') return { text: Math.min(KEY_LENGTH, most) }
  if ((kind === 'integer' || kind === 'decimal') && table.rows < most)
    return { sequence: table.rows + 1 }
  return undefined
}

const YEAR_MS = 365 * 86_400_000

function ofType(type: string, today: Date): Drawn {
  const because = `written as ${type}`
  const year = [new Date(today.getTime() - YEAR_MS), today].map((day) =>
    day.toISOString().slice(0, 10),
  )
  const known = columnType(type)
  switch (known?.kind) {
    case 'integer':
      return guess({ uniform: [1, Math.min(1000, known.most ?? 1000)] }, because)
    case 'decimal':
    case 'double':
      return guess({ uniform: [1, 1000], digits: 2 }, because)
    case 'boolean':
      return guess({ choice: [true, false] }, because)
    case 'date':
    case 'time':
      return guess({ date: year }, because)
    case 'uuid':
      return guess({ uuid: true }, because)
    case 'text':
      return guess({ text: [5, 20] }, because)
    default:
      return generatorForAnything()
  }
}
