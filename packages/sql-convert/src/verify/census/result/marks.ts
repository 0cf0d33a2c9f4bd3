import { bodyOf, child, list, number, type Tree, text } from '../../grammar/tree.js'
import { column, type Mark, parameter, table, value } from '../entry.js'
import { type Node, nodesIn } from './nodes.js'
import { orderMarks } from './order-marks.js'

/** What a column of a derived table stands for, where the conversion has made up its name. */
export type Definitions = ReadonlyMap<string, readonly Node[]>

/** All that stands in a node: columns, constants, parameters, tables. */
export function marksOf(node: Node, definitions: Definitions): readonly Mark[] {
  const marks: Mark[] = []
  collect(node, definitions, marks, new Set())
  return marks
}

function collect(node: Node, definitions: Definitions, marks: Mark[], followed: Set<string>): void {
  marks.push(...ownMarks(node))
  const name = node[0] === 'ColumnRef' ? columnName(node[1]) : undefined
  if (name !== undefined && !followed.has(name)) {
    for (const meant of definitions.get(name) ?? []) {
      collect(meant, definitions, marks, new Set([...followed, name]))
    }
  }
  for (const inner of nodesIn(node)) collect(inner, definitions, marks, followed)
}

function ownMarks([kind, body]: Node): readonly Mark[] {
  switch (kind) {
    case 'ColumnRef':
      return strings(body, 'fields').map(column)
    case 'A_Indirection':
      return strings(body, 'indirection').flatMap((name) => [column(name), `value ${name}`])
    case 'ParamRef':
      return [parameter(number(body, 'number'))]
    case 'RangeVar':
      return [table(text(body, 'relname'))]
    case 'A_Const':
      return constant(body)
    case 'A_Star':
      return ['star']
    case 'SortBy':
      return [`sorted ${orderMarks(body).join(' ')}`]
    case 'JoinExpr':
      return strings(body, 'usingClause').map(column)
    default:
      return []
  }
}

function constant(body: Tree): readonly Mark[] {
  if (body.isnull === true) return ['null']
  const whole = child(body, 'ival')
  if (whole) return [value(String(number(whole, 'ival')))]
  const real = child(body, 'fval')
  if (real) return [value(text(real, 'fval'))]
  const string = child(body, 'sval')
  return string ? [value(text(string, 'sval'))] : []
}

/** The last part of a column's name; undefined for a star. */
export function columnName(body: Tree): string | undefined {
  const last = list(body, 'fields').at(-1)
  const name = bodyOf(last, 'String')
  return name && text(name, 'sval')
}

export function strings(body: Tree, field: string): readonly string[] {
  return list(body, field).flatMap((node) => {
    const string = bodyOf(node, 'String')
    return string ? [text(string, 'sval')] : []
  })
}
