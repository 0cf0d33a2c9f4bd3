/** A tree of libpg_query as plain JSON. */
type Json = null | boolean | number | string | readonly Json[] | { readonly [field: string]: Json }
type Node = { readonly [field: string]: Json }

export interface Mutant {
  /** What was done to it: `where dropped`, `join left to inner`, … */
  readonly change: string
  readonly tree: Json
}

/** Every tree with one clause dropped or changed. */
export function mutantsOf(tree: Json): readonly Mutant[] {
  return edits(tree, { isInCall: false, field: '' })
}

interface Place {
  /** Within the arguments of a function, whose constants are the conversion's own. */
  readonly isInCall: boolean
  readonly field: string
}

function edits(node: Json, place: Place): readonly Mutant[] {
  if (Array.isArray(node)) {
    return node.flatMap((one, at) =>
      edits(one, place).map(({ change, tree }) => ({ change, tree: replaced(node, at, tree) })),
    )
  }
  if (!isNode(node)) return []
  const own = ownEdits(node, place)
  const inner = Object.entries(node).flatMap(([field, value]) => {
    const isInCall = place.isInCall || field === 'FuncCall' || field === 'TypeCast'
    return edits(value, { isInCall, field }).map(({ change, tree }) => ({
      change,
      tree: { ...node, [field]: tree },
    }))
  })
  return [...own, ...inner]
}

function ownEdits(node: Node, place: Place): readonly Mutant[] {
  return [
    ...dropped(node, place),
    ...selectEdits(node),
    ...wordEdits(node),
    ...constantEdits(node, place),
    ...wrappedEdits(node),
  ]
}

/** Fields that are taken away whole. */
const OPTIONAL: { readonly [field: string]: string } = {
  agg_distinct: 'DISTINCT of an aggregate dropped',
  agg_filter: 'FILTER dropped',
  condition: 'condition of WHEN dropped',
  distinctClause: 'DISTINCT dropped',
  groupClause: 'GROUP BY dropped',
  havingClause: 'HAVING dropped',
  limitCount: 'LIMIT dropped',
  limitOffset: 'OFFSET dropped',
  quals: 'ON dropped',
  whereClause: 'WHERE dropped',
}

/** Lists of which one is taken away, if two are there. */
const LISTS: { readonly [field: string]: string } = {
  cols: 'column of INSERT dropped',
  content: 'key or set of grouping sets dropped',
  groupClause: 'group key dropped',
  mergeWhenClauses: 'WHEN of MERGE dropped',
  orderClause: 'key of a window order dropped',
  partitionClause: 'partition key dropped',
  sortClause: 'order key dropped',
  tableElts: 'column of CREATE TABLE dropped',
  targetList: 'column or assignment dropped',
  usingClause: 'key of USING dropped',
  valuesLists: 'row dropped',
}

function dropped(node: Node, { field: kind, isInCall }: Place): readonly Mutant[] {
  const whole = Object.entries(OPTIONAL).flatMap(([field, change]) => {
    if (!(field in node) || isConversions(node, field)) return []
    const { [field]: _, ...rest } = node
    return [{ change, tree: { ...rest, ...(field === 'limitCount' && NO_LIMIT) } }]
  })
  const parts = Object.entries(LISTS).flatMap(([field, change]) => {
    const list = node[field]
    // What a sub-query of a function's conversion gives is the conversion's own.
    if (!Array.isArray(list) || list.length < 2 || (isInCall && field === 'targetList')) return []
    return list.map((_, at) => ({ change, tree: { ...node, [field]: without(list, at) } }))
  })
  const single = ['partitionClause', 'orderClause', 'sortClause'].flatMap((field) => {
    const list = node[field]
    if (!Array.isArray(list) || list.length !== 1 || kind === 'subselect') return []
    const { [field]: _, ...rest } = node
    return [{ change: `only ${LISTS[field]}`, tree: rest }]
  })
  return [...whole, ...parts, ...single]
}

const NO_LIMIT = { limitOption: 'LIMIT_OPTION_DEFAULT' } as const

/** `HAVING count(*) > 0` and `FILTER (WHERE x IS NOT NULL)` are none of the source. */
function isConversions(node: Node, field: string): boolean {
  const text = JSON.stringify(node[field])
  if (field === 'havingClause') return !text.includes('AND_EXPR') && !text.includes('ival":1000')
  return field === 'agg_filter' && /IS_NOT_NULL/.test(text)
}

function selectEdits(node: Node): readonly Mutant[] {
  const { op, all, larg, rarg } = node
  if (typeof op !== 'string' || op === 'SETOP_NONE' || !isNode(larg) || !isNode(rarg)) return []
  return [
    { change: 'set operation: right side dropped', tree: { ...larg } },
    { change: 'set operation: ALL changed', tree: { ...node, all: all !== true } },
    {
      change: 'set operation: another',
      tree: { ...node, op: op === 'SETOP_UNION' ? 'SETOP_EXCEPT' : 'SETOP_UNION' },
    },
  ]
}

/** Words with another in their place. */
const WORDS: { readonly [field: string]: { readonly [word: string]: readonly string[] } } = {
  boolop: { AND_EXPR: ['OR_EXPR'], OR_EXPR: ['AND_EXPR'] },
  jointype: {
    JOIN_FULL: ['JOIN_INNER'],
    JOIN_INNER: ['JOIN_LEFT'],
    JOIN_LEFT: ['JOIN_INNER', 'JOIN_RIGHT'],
    JOIN_RIGHT: ['JOIN_INNER'],
  },
  matchKind: { MERGE_WHEN_MATCHED: ['MERGE_WHEN_NOT_MATCHED_BY_SOURCE'] },
  nulltesttype: { IS_NULL: ['IS_NOT_NULL'], IS_NOT_NULL: ['IS_NULL'] },
  sortby_dir: { SORTBY_DEFAULT: ['SORTBY_DESC'], SORTBY_DESC: ['SORTBY_ASC'] },
  sortby_nulls: {
    SORTBY_NULLS_FIRST: ['SORTBY_NULLS_LAST'],
    SORTBY_NULLS_LAST: ['SORTBY_NULLS_FIRST'],
  },
}

function wordEdits(node: Node): readonly Mutant[] {
  return Object.entries(WORDS).flatMap(([field, words]) => {
    const word = node[field]
    const others = typeof word === 'string' ? (words[word] ?? []) : []
    return others.map((other) => ({
      change: `${field}: ${word} to ${other}`,
      tree: { ...node, [field]: other },
    }))
  })
}

function constantEdits(node: Node, { isInCall, field }: Place): readonly Mutant[] {
  const constant = node.A_Const
  if (isInCall || !isNode(constant) || field === 'groupClause' || field === 'node') return []
  if (isNode(constant.ival)) {
    const ival = { ival: Number(constant.ival.ival ?? 0) + 1000 }
    return [{ change: 'number changed', tree: { A_Const: { ...constant, ival } } }]
  }
  if (isNode(constant.sval)) {
    const sval = { sval: `${constant.sval.sval ?? ''}x` }
    return [{ change: 'text changed', tree: { A_Const: { ...constant, sval } } }]
  }
  return []
}

/** Nodes that become what they hold, or another of their kind. */
function wrappedEdits(node: Node): readonly Mutant[] {
  const { BoolExpr, JoinExpr, ColumnRef, ParamRef, RangeVar } = node
  return [
    ...(isNode(BoolExpr) ? booleanEdits(BoolExpr) : []),
    ...(isNode(JoinExpr) ? [{ change: 'join dropped', tree: JoinExpr.larg ?? null }] : []),
    ...(isNode(ColumnRef) && isName(ColumnRef) ? [anotherColumn(ColumnRef)] : []),
    ...(isNode(ParamRef) ? parameterEdits(ParamRef) : []),
    ...(isNode(RangeVar) ? [anotherTable(RangeVar)] : []),
  ]
}

function booleanEdits(expression: Node): readonly Mutant[] {
  const { args, boolop } = expression
  if (!Array.isArray(args)) return []
  if (boolop === 'NOT_EXPR') return [{ change: 'NOT dropped', tree: args[0] ?? null }]
  return args.map((_, at) => {
    const rest = without(args, at)
    const tree = rest.length > 1 ? { BoolExpr: { ...expression, args: rest } } : (rest[0] ?? null)
    return { change: 'condition of AND or OR dropped', tree }
  })
}

function anotherColumn(column: Node): Mutant {
  const fields = [{ String: { sval: 'another' } }]
  return { change: 'column changed', tree: { ColumnRef: { ...column, fields } } }
}

function parameterEdits(parameter: Node): readonly Mutant[] {
  return [
    { change: 'parameter to NULL', tree: { A_Const: { isnull: true } } },
    { change: 'parameter changed', tree: { ParamRef: { ...parameter, number: 9 } } },
  ]
}

function anotherTable(table: Node): Mutant {
  const tree = { RangeVar: { ...table, relname: 'another', alias: aliasOf(table) } }
  return { change: 'table changed', tree }
}

function aliasOf(table: Node): Json {
  return table.alias ?? { aliasname: table.relname ?? '' }
}

/** Not a star, and not one of the names that the conversion makes up. */
function isName({ fields }: Node): boolean {
  const text = JSON.stringify(fields)
  return !/A_Star|"_|"c\d|"o"|"x"/.test(text)
}

function isNode(node: Json | undefined): node is Node {
  return typeof node === 'object' && node !== null && !Array.isArray(node)
}

function without(list: readonly Json[], place: number): readonly Json[] {
  return list.filter((_, at) => at !== place)
}

function replaced(list: readonly Json[], place: number, value: Json): readonly Json[] {
  return list.map((one, at) => (at === place ? value : one))
}
