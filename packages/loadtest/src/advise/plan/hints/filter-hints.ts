import type { AdviceFinding } from '../../advice.js'
import { AdviseError } from '../../advise-error.js'
import type { Table } from '../../catalog/catalog.js'
import { type Node, names, nodeIn, nodesBelow, text } from '../../grammar/tree.js'
import type { PlanNode } from '../plan-node.js'
import { allNodes, type HintInput, tableOf } from './hint-input.js'

const COMPARED = /^(?:=|<|<=|>|>=|~~)$/

/** A column with an index, compared in a way that the index does not know. */
export function defeatedIndexes(input: HintInput): readonly AdviceFinding[] {
  return allNodes(input.plan).flatMap((node) => {
    const table = tableOf(input, node)
    if (!table || node.filter === undefined || node.type !== 'Seq Scan') return []
    return comparedSides(input, node.filter).flatMap((side) => defeated(side, node, table))
  })
}

function defeated([kind, body]: Node, node: PlanNode, table: Table): readonly AdviceFinding[] {
  if (kind !== 'TypeCast' && kind !== 'FuncCall') return []
  const columns = [...nodesBelow([kind, body])].filter(([one]) => one === 'ColumnRef')
  const name = columns.length === 1 ? names(columns[0]?.[1] ?? {}, 'fields').at(-1) : undefined
  const column = table.columns.find((one) => one.name === name)
  const index = table.indexes.find((one) => one.isValid && one.keys[0]?.column === name)
  if (!column || !index) return []
  if (kind === 'FuncCall') {
    const call = names(body, 'funcname').at(-1) ?? ''
    return [
      {
        ruleId: 'LT239',
        level: 'warn',
        message: `${index.name} does not serve ${node.filter ?? ''}: it holds ${column.name}, not ${call}(${column.name})`,
        hint: `compare the plain column, or index the expression ${call}(…)`,
      },
    ]
  }
  const type = names(nodeIn(body, 'typeName')?.[1] ?? {}, 'names').at(-1) ?? ''
  if (isRelabel(column.type, type)) return []
  return [
    {
      ruleId: 'LT238',
      level: 'warn',
      message: `${column.name} (${column.type}) is turned into ${type} for each row, since it is compared with a ${type}: ${index.name} does not serve that`,
      hint: `give the value as ${column.type}: CAST($n AS ${column.type})`,
    },
  ]
}

/** Postgres prints a cast between these, and does nothing for it. */
function isRelabel(from: string, to: string): boolean {
  return to === 'text' && /^(?:character varying|text|name|varchar)/.test(from)
}

/** Sides of comparisons in a filter, as EXPLAIN prints it; what only EXPLAIN can read gives none. */
function comparedSides({ grammar }: HintInput, filter: string): readonly Node[] {
  let nodes: readonly Node[]
  try {
    nodes = grammar.parse(`SELECT WHERE ${filter}`).flatMap(({ node }) => [...nodesBelow(node)])
  } catch (error) {
    if (error instanceof AdviseError) return []
    throw error
  }
  return nodes
    .filter(([kind, body]) => kind === 'A_Expr' && COMPARED.test(names(body, 'name').at(-1) ?? ''))
    .filter(([, body]) => text(body, 'kind') !== 'AEXPR_DISTINCT')
    .flatMap(([, body]) => [nodeIn(body, 'lexpr'), nodeIn(body, 'rexpr')])
    .flatMap((side) => (side ? [side] : []))
}
