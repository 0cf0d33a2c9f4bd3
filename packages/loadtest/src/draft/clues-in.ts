import {
  child,
  isTree,
  list,
  type Node,
  names,
  nodeIn,
  nodeOf,
  nodesBelow,
  nodesIn,
  number,
  text,
} from '../advise/grammar/tree.js'
import type { TypedTable } from '../fill/typed-table.js'
import type { Clue } from './clue.js'
import { type StatementTables, tableOf } from './statement-tables.js'

/** A clue about `$n`. */
export interface PlacedClue {
  readonly parameter: number
  readonly clue: Clue
}

/** What a statement says of its parameters, in the order of its tree. */
export function cluesIn(
  statement: Node,
  tables: StatementTables,
  known: readonly TypedTable[],
): readonly PlacedClue[] {
  return [...nodesBelow(statement)].flatMap(([kind, body]) => {
    switch (kind) {
      case 'A_Expr':
        return compared(body, tables)
      case 'SelectStmt':
        return [...paged(body, 'limitCount', 'limit'), ...paged(body, 'limitOffset', 'offset')]
      case 'InsertStmt':
        return [
          ...inserted(body, known),
          ...set(child(body, 'onConflictClause') ?? {}, body, known),
        ]
      case 'UpdateStmt':
        return set(body, body, known)
      case 'TypeCast':
        return cast(body)
      default:
        return []
    }
  })
}

const ARITHMETIC = new Set(['+', '-', '*', '/', '%', '||'])

/** `column = $1`, `$1 < column`, `column IN ($1, $2)`, `column BETWEEN $1 AND $2`, `column = ANY ($1)`, LIKE. */
function compared(body: Node[1], tables: StatementTables): readonly PlacedClue[] {
  if (text(body, 'kind') === 'AEXPR_OP' && ARITHMETIC.has(names(body, 'name').at(-1) ?? ''))
    return []
  const left = nodeIn(body, 'lexpr')
  const right = nodeIn(body, 'rexpr')
  if (!left || !right) return []
  return [...against(left, right, body, tables), ...against(right, left, body, tables)]
}

function against(
  side: Node,
  other: Node,
  body: Node[1],
  tables: StatementTables,
): readonly PlacedClue[] {
  const columns = [...nodesBelow(side)].filter(([kind]) => kind === 'ColumnRef')
  const [reference] = columns
  const at = reference && columns.length === 1 ? tables.columnOf(reference) : undefined
  if (!at || contains(other, 'ColumnRef')) return []
  const operator = text(body, 'kind')
  const isPattern = operator === 'AEXPR_LIKE' || operator === 'AEXPR_ILIKE'
  const direct = parametersOf(other).map(
    (parameter): PlacedClue => ({
      parameter,
      clue: { kind: 'compared', at, isArray: operator === 'AEXPR_OP_ANY', isLoose: isPattern },
    }),
  )
  // A text that a function takes apart is a text still; of other types nobody knows.
  const isWrapped = direct.length === 0 && other[0] === 'FuncCall' && at.column.type.kind === 'text'
  const wrapped = isWrapped ? [...nodesBelow(other)].flatMap(parameterNumber) : []
  return [
    ...direct,
    ...wrapped.map(
      (parameter): PlacedClue => ({
        parameter,
        clue: { kind: 'compared', at, isArray: false, isLoose: true },
      }),
    ),
  ]
}

/** The parameters that stand there themselves, through casts and lists. */
function parametersOf(node: Node): readonly number[] {
  const [kind, body] = node
  if (kind === 'ParamRef') return [number(body, 'number')]
  if (kind === 'List') return nodesIn(body, 'items').flatMap(parametersOf)
  const inner = kind === 'TypeCast' ? nodeIn(body, 'arg') : undefined
  return inner ? parametersOf(inner) : []
}

function parameterNumber([kind, body]: Node): readonly number[] {
  return kind === 'ParamRef' ? [number(body, 'number')] : []
}

function contains(node: Node, kind: string): boolean {
  for (const [one] of nodesBelow(node)) if (one === kind) return true
  return false
}

function paged(
  body: Node[1],
  field: 'limitCount' | 'limitOffset',
  kind: 'limit' | 'offset',
): readonly PlacedClue[] {
  const node = nodeIn(body, field)
  return node ? parametersOf(node).map((parameter) => ({ parameter, clue: { kind } })) : []
}

/** `INSERT INTO t (a, b) VALUES ($1, $2)`; without a list the table's own order. */
function inserted(body: Node[1], known: readonly TypedTable[]): readonly PlacedClue[] {
  const table = tableOf(child(body, 'relation') ?? {}, known)
  const select = nodeIn(body, 'selectStmt')
  if (!table || !select) return []
  const listed = nodesIn(body, 'cols').map(([, target]) => text(target, 'name'))
  const columns = listed.length > 0 ? listed : table.columns.map(({ name }) => name)
  return list(select[1], 'valuesLists').flatMap((row) =>
    nodesIn(nodeOf(row)[1], 'items').flatMap((value, index) =>
      stored(table, columns[index] ?? '', value, true),
    ),
  )
}

/** `SET a = $1`, in an UPDATE and in ON CONFLICT. */
function set(
  body: Node[1],
  { relation }: Node[1],
  known: readonly TypedTable[],
): readonly PlacedClue[] {
  const table = isTree(relation) ? tableOf(relation, known) : undefined
  if (!table) return []
  return nodesIn(body, 'targetList').flatMap(([, target]) => {
    const value = nodeIn(target, 'val')
    return value ? stored(table, text(target, 'name'), value, false) : []
  })
}

function stored(
  table: TypedTable,
  name: string,
  value: Node,
  isInsert: boolean,
): readonly PlacedClue[] {
  const column = table.columns.find((one) => one.name.toLowerCase() === name.toLowerCase())
  if (!column) return []
  return parametersOf(value).map((parameter) => ({
    parameter,
    clue: { kind: 'stored', at: { table, column }, isInsert },
  }))
}

function cast(body: Node[1]): readonly PlacedClue[] {
  const type = names(child(body, 'typeName') ?? {}, 'names').at(-1)
  const argument = nodeIn(body, 'arg')
  if (type === undefined || argument?.[0] !== 'ParamRef') return []
  return [{ parameter: number(argument[1], 'number'), clue: { kind: 'cast', type } }]
}
