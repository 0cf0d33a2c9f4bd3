import type { LateralView } from '../ast/query.js'
import { commaList } from './comma-list.js'
import type { Parser } from './parser.js'

export function parseLateralViews(parser: Parser): readonly LateralView[] {
  const views: LateralView[] = []
  for (;;) {
    const view = parseLateralView(parser)
    if (view === undefined) return views
    views.push(view)
  }
}

/** `LATERAL VIEW [OUTER] explode(a) [t] [AS x, y]` */
export function parseLateralView(parser: Parser): LateralView | undefined {
  const { cursor } = parser
  const first = cursor.peek()
  if (!cursor.take('LATERAL', 'VIEW')) return undefined
  const outer = cursor.take('OUTER')
  const call = parser.call()
  const table = cursor.takeName()
  const columns = cursor.take('AS')
    ? commaList(cursor, () => cursor.needName('a column'))
    : bare(parser)
  return {
    outer,
    call,
    table,
    columns,
    start: first.start,
    end: cursor.end(),
  }
}

/** The word AS may be left out. */
function bare({ cursor }: Parser): readonly string[] {
  const name = cursor.takeName()
  if (name === undefined) return []
  const names = [name]
  while (cursor.takeSymbol(',')) names.push(cursor.needName('a column'))
  return names
}
