import type { Sample, TableReference, TimeTravel } from '../ast/query.js'
import { takeAlias } from './alias.js'
import { isCallAhead } from './call.js'
import { parenthesized } from './comma-list.js'
import { parseInlineTable } from './inline-table.js'
import type { Parser } from './parser.js'
import { takeQueryInParentheses } from './query-in-parentheses.js'

/** One table of FROM: named, derived, in line, or of a function. */
export function parseRelation(parser: Parser): TableReference {
  const { cursor } = parser
  const first = cursor.peek()
  const lateral = cursor.at('LATERAL') && !cursor.at('LATERAL', 'VIEW') && cursor.take('LATERAL')
  if (cursor.at('VALUES')) return parseInlineTable(parser)
  if (cursor.atSymbol('(')) return inParentheses(parser, first, lateral)
  return functionTable(parser, lateral) ?? namedTable(parser)
}

type First = ReturnType<Parser['cursor']['peek']>

function inParentheses(parser: Parser, first: First, lateral: boolean): TableReference {
  const { cursor } = parser
  const query = takeQueryInParentheses(parser)
  if (query) {
    const sample = takeSample(parser)
    const alias = takeAlias(cursor)
    return {
      kind: 'derived table',
      query,
      lateral,
      sample,
      alias,
      start: first.start,
      end: cursor.end(),
    }
  }
  cursor.needSymbol('(')
  const table = parser.tableReference()
  cursor.needSymbol(')')
  const alias = takeAlias(cursor)
  if (!alias) return table
  return {
    kind: 'derived table',
    query: allOf(table),
    lateral,
    alias,
    start: first.start,
    end: cursor.end(),
  }
}

/** `(a JOIN b) AS t` is `(SELECT * FROM a JOIN b) AS t`. */
function allOf(table: TableReference) {
  const place = { start: table.start, end: table.end }
  const star = { kind: 'star', qualifier: [], except: [], ...place } as const
  const body = {
    kind: 'select',
    distinct: false,
    items: [{ value: star, ...place }],
    from: [table],
    lateralViews: [],
    windows: [],
    ...place,
  } as const
  const order = { orderBy: [], sortBy: [], distributeBy: [], clusterBy: [] }
  return {
    kind: 'query',
    recursive: false,
    with: [],
    body,
    order,
    windows: [],
    pipes: [],
    ...place,
  } as const
}

function functionTable(parser: Parser, lateral: boolean): TableReference | undefined {
  const { cursor } = parser
  const first = cursor.peek()
  const isNamed = first.kind === 'word' || first.kind === 'quoted name'
  if (!isNamed || !isCallAhead(cursor)) return undefined
  const call = parser.call()
  const alias = takeAlias(cursor)
  return {
    kind: 'table function',
    call,
    lateral,
    alias,
    start: first.start,
    end: cursor.end(),
  }
}

function namedTable(parser: Parser): TableReference {
  const { cursor } = parser
  const first = cursor.peek()
  const name = [cursor.needName('a table')]
  while (cursor.takeSymbol('.')) name.push(cursor.needPart('a table'))
  const timeTravel = takeTimeTravel(parser)
  const sample = takeSample(parser)
  const alias = takeAlias(cursor)
  const late = sample ?? takeSample(parser)
  return {
    kind: 'named table',
    name,
    timeTravel,
    sample: late,
    alias,
    start: first.start,
    end: cursor.end(),
  }
}

/** `VERSION AS OF 3`, `FOR SYSTEM_TIME AS OF …`, `TIMESTAMP AS OF …`, `@v3` is not read. */
function takeTimeTravel(parser: Parser): TimeTravel | undefined {
  const { cursor } = parser
  const start = cursor.position()
  cursor.take('FOR')
  const { upper } = cursor.peek()
  const by = TRAVELS.get(upper)
  if (by !== undefined && cursor.take(upper, 'AS', 'OF')) return { by, value: parser.operand() }
  cursor.reset(start)
  return undefined
}

const TRAVELS: ReadonlyMap<string, TimeTravel['by']> = new Map([
  ['VERSION', 'version'],
  ['SYSTEM_VERSION', 'version'],
  ['TIMESTAMP', 'timestamp'],
  ['SYSTEM_TIME', 'timestamp'],
])

/** `TABLESAMPLE (10 PERCENT) REPEATABLE (42)` */
export function takeSample(parser: Parser): Sample | undefined {
  const { cursor } = parser
  if (!cursor.take('TABLESAMPLE')) return undefined
  cursor.take('BERNOULLI')
  cursor.needSymbol('(')
  const sample = cursor.take('BUCKET') ? bucket(parser) : amount(parser)
  cursor.needSymbol(')')
  if (!cursor.take('REPEATABLE')) return sample
  const [seed] = parenthesized(cursor, () => parser.expression())
  return seed ? { ...sample, seed } : cursor.fail('a seed')
}

function amount(parser: Parser): Sample {
  const { cursor } = parser
  const value = parser.operand()
  if (cursor.take('PERCENT')) return { by: 'percent', arguments: [value] }
  if (cursor.take('ROWS')) return { by: 'rows', arguments: [value] }
  return { by: 'size', arguments: [value] }
}

function bucket(parser: Parser): Sample {
  const { cursor } = parser
  const fraction = parser.operand()
  cursor.need('OUT', 'OF')
  const total = parser.operand()
  if (!cursor.take('ON')) return { by: 'bucket', arguments: [fraction, total] }
  return { by: 'bucket', arguments: [fraction, total, parser.operand()] }
}
