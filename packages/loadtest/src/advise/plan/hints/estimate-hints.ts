import type { AdviceFinding } from '../../advice.js'
import { count } from '../../live/format.js'
import { qualifiedName, quoteName } from '../../quote.js'
import type { PlanNode } from '../plan-node.js'
import { allNodes, type HintInput, tableOf } from './hint-input.js'

/** Estimates within this factor seldom change a plan. */
const FAR = 10
const MANY_ROWS = 100

/** Far more or fewer rows than the planner thought; with ANALYZE only. */
export function wrongEstimates(input: HintInput): readonly AdviceFinding[] {
  const nodes = allNodes(input.plan)
  return nodes.flatMap((node): readonly AdviceFinding[] => {
    const actual = node.actualRows
    const table = tableOf(input, node)
    if (actual === undefined || !table || node.loops === 0) return []
    const factor = Math.max(actual, 1) / Math.max(node.rows, 1)
    if (Math.max(actual, node.rows) < MANY_ROWS || (factor < FAR && factor > 1 / FAR)) return []
    const loop = nodes.find((one) => one.type === 'Nested Loop' && one.children[0] === node)
    const columns = filteredColumns(input, node)
    return [
      {
        ruleId: loop && factor > 1 ? 'LT233' : 'LT237',
        level: 'warn',
        message: `${table.name} gives ${count(actual)} rows where ${count(node.rows)} were expected${loop && factor > 1 ? ', and a nested loop runs for each of them' : ''}`,
        hint:
          columns.length > 1
            ? `ANALYZE ${qualifiedName(table)}; if that does not help, its columns depend on each other: CREATE STATISTICS ON ${columns.map(quoteName).join(', ')} FROM ${qualifiedName(table)}`
            : `ANALYZE ${qualifiedName(table)}; for a skewed column raise its statistics target`,
      },
    ]
  })
}

/** Columns of a node's table in its conditions. */
function filteredColumns(input: HintInput, node: PlanNode): readonly string[] {
  const table = tableOf(input, node)
  const words = new Set(`${node.filter ?? ''} ${node.condition ?? ''}`.match(/[\p{L}\p{N}_]+/gu))
  return (table?.columns ?? []).map(({ name }) => name).filter((name) => words.has(name))
}
