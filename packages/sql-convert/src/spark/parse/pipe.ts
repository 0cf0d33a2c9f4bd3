import type { PipeOperator } from '../ast/query.js'
import { commaList } from './comma-list.js'
import { parseGroupingList } from './grouping.js'
import { parseLateralView } from './lateral-view.js'
import { parseLimits } from './limits.js'
import { parseQueryOrder } from './order.js'
import type { Parser } from './parser.js'
import { parsePivot, parseUnpivot } from './pivot.js'
import { parseSetOperation } from './query-body.js'
import { takeSample } from './relation.js'
import { parseSelectItems } from './select.js'
import { parseNamedWindows } from './window.js'

/** `|> WHERE … |> AGGREGATE …`, as many as there are. */
export function parsePipes(parser: Parser): readonly PipeOperator[] {
  const pipes: PipeOperator[] = []
  while (parser.cursor.takeSymbol('|>')) pipes.push(parsePipe(parser))
  return pipes
}

function parsePipe(parser: Parser): PipeOperator {
  return (
    selecting(parser) ??
    naming(parser) ??
    aggregating(parser) ??
    combining(parser) ??
    ordering(parser) ??
    parser.cursor.fail('an operator such as WHERE or SELECT')
  )
}

function selecting(parser: Parser): PipeOperator | undefined {
  const { cursor } = parser
  for (const [word, kind] of [
    ['SELECT', 'select'],
    ['EXTEND', 'extend'],
    ['SET', 'set'],
  ] as const) {
    if (!cursor.take(word)) continue
    const distinct = kind === 'select' && cursor.take('DISTINCT')
    if (!distinct && kind === 'select') cursor.take('ALL')
    const items = parseSelectItems(parser)
    return { kind, distinct, items, windows: parseNamedWindows(parser) }
  }
  if (cursor.take('WHERE')) return { kind: 'where', condition: parser.expression() }
  return undefined
}

function naming({ cursor }: Parser): PipeOperator | undefined {
  if (cursor.take('AS')) return { kind: 'as', name: cursor.needName('an alias') }
  if (!cursor.take('DROP')) return undefined
  return { kind: 'drop', columns: commaList(cursor, () => cursor.needPart('a column')) }
}

/** Keys of AGGREGATE may have aliases, or be grouping sets. */
function aggregating(parser: Parser): PipeOperator | undefined {
  const { cursor } = parser
  if (!cursor.take('AGGREGATE')) return undefined
  const items = cursor.at('GROUP', 'BY') ? [] : parseSelectItems(parser)
  if (!cursor.take('GROUP', 'BY')) return { kind: 'aggregate', items }
  const start = cursor.position()
  const keys = parseSelectItems(parser)
  if (isPipeEnd(parser)) return { kind: 'aggregate', items, groupBy: keys }
  cursor.reset(start)
  return { kind: 'aggregate', items, groupBy: parseGroupingList(parser) }
}

function isPipeEnd({ cursor }: Parser): boolean {
  return (
    cursor.peek().kind === 'end' ||
    cursor.atSymbol('|>') ||
    cursor.atSymbol(')') ||
    cursor.atSymbol(';')
  )
}

function combining(parser: Parser): PipeOperator | undefined {
  const table = parser.join() ?? parsePivot(parser) ?? parseUnpivot(parser)
  if (table) return table
  const operation = parseSetOperation(parser)
  if (operation) return operation
  const sample = takeSample(parser)
  if (sample) return { kind: 'sample', sample }
  const view = parseLateralView(parser)
  return view && { kind: 'lateral view', view }
}

function ordering(parser: Parser): PipeOperator | undefined {
  const { cursor } = parser
  if (cursor.at('LIMIT') || cursor.at('OFFSET')) return { kind: 'limit', ...parseLimits(parser) }
  const isOrder = ['ORDER', 'SORT', 'DISTRIBUTE', 'CLUSTER'].some((word) => cursor.at(word, 'BY'))
  return isOrder ? { kind: 'order', order: parseQueryOrder(parser) } : undefined
}
