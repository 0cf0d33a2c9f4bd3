import { fold } from '../../postgres/identifier.js'
import type { Span } from '../../source/span.js'
import type { Expression, Star } from '../../spark/ast/expression.js'
import type {
  Grouping,
  PipeOperator,
  Query,
  QueryBody,
  QueryOrder,
  Select,
  SelectItem,
  TableReference,
} from '../../spark/ast/query.js'
import type { LoweredQuery, Lowerer } from '../lowerer.js'
import type { Scope } from '../scope.js'

/** A query in pipe syntax: each operator is a query over the one before. */
export function lowerPipes(lowerer: Lowerer, query: Query, scope: Scope): LoweredQuery {
  const { pipes, with: _common, recursive: _recursive, ...rest } = query
  const start: Query = { ...rest, with: [], recursive: false, pipes: [] }
  const whole = pipes.reduce<Query>((before, pipe) => {
    const step: Step = { lowerer, before, scope, span: { start: query.start, end: query.end } }
    return next(step, pipe)
  }, start)
  return lowerer.query(whole, scope)
}

interface Step {
  readonly lowerer: Lowerer
  readonly before: Query
  readonly scope: Scope
  readonly span: Span
}

function next(step: Step, pipe: PipeOperator): Query {
  switch (pipe.kind) {
    case 'select':
      return selected(step, { items: pipe.items, distinct: pipe.distinct, windows: pipe.windows })
    case 'extend':
      return selected(step, { items: [all(step), ...pipe.items], windows: pipe.windows })
    case 'set':
      return pipe.items.reduce<Query>((before, item) => {
        const each = { ...step, before }
        return selected(each, { items: [replacing(each, item)], windows: pipe.windows })
      }, step.before)
    case 'drop':
      return selected(step, { items: [all(step, { except: pipe.columns.map((one) => [one]) })] })
    case 'as':
      return queryOf(step, { ...empty(step), from: [derived(step, pipe.name)] })
    case 'where':
      return filtered(step, pipe.condition)
    case 'aggregate':
      return aggregated(step, pipe.items, pipe.groupBy)
    case 'set operation':
      return queryOf(step, { ...pipe, left: bodyOf(step.before) })
    case 'order':
      return ordered(step, pipe.order)
    case 'limit':
      return limited(step, pipe)
    default:
      return tabular(step, pipe)
  }
}

type Tabular = Extract<
  PipeOperator,
  { readonly kind: 'join' | 'lateral view' | 'pivot' | 'sample' | 'unpivot' }
>

function tabular(step: Step, pipe: Tabular): Query {
  const select = empty(step)
  const table = openTable(step) ?? derived(step)
  switch (pipe.kind) {
    case 'join':
      return queryOf(step, { ...select, from: [{ ...pipe, left: table }] })
    case 'pivot':
    case 'unpivot':
      return queryOf(step, { ...select, from: [{ ...pipe, table }] })
    case 'lateral view':
      return queryOf(step, { ...select, from: [table], lateralViews: [pipe.view] })
    default:
      return step.lowerer.context.refuse('TABLESAMPLE', step.span)
  }
}

const NO_ORDER: QueryOrder = { orderBy: [], sortBy: [], distributeBy: [], clusterBy: [] }

function queryOf({ span }: Step, body: QueryBody): Query {
  const { start, end } = span
  return {
    kind: 'query',
    recursive: false,
    with: [],
    body,
    order: NO_ORDER,
    windows: [],
    pipes: [],
    start,
    end,
  }
}

function all({ span }: Step, more: Partial<Star> = {}): SelectItem {
  return { value: { kind: 'star', qualifier: [], except: [], ...span, ...more }, ...span }
}

function empty(step: Step): Select {
  return {
    kind: 'select',
    distinct: false,
    items: [all(step)],
    from: [],
    lateralViews: [],
    windows: [],
    ...step.span,
  }
}

/** `FROM t`, with nothing done to it yet: its names stay visible. */
function openSelect({ before }: Step): Select | undefined {
  const { body } = before
  if (body.kind !== 'select' || isOrderedOrLimited(before)) return undefined
  const [item] = body.items
  const isAll = item?.value.kind === 'star' && item.value.qualifier.length === 0
  const isPlain =
    item?.value.kind === 'star' && item.value.except.length === 0 && !item.value.replace
  const isBare = !body.groupBy && !body.having && !body.qualify && !body.distinct
  return isAll && isPlain && isBare && body.items.length === 1 && body.from.length > 0
    ? body
    : undefined
}

function isOrderedOrLimited({ order, limit, offset }: Query): boolean {
  const isOrdered = order.orderBy === 'all' || order.orderBy.length > 0 || order.sortBy.length > 0
  return isOrdered || limit !== undefined || offset !== undefined
}

function openTable(step: Step): TableReference | undefined {
  const { body } = step.before
  if (body.kind === 'table query' && !isOrderedOrLimited(step.before)) {
    return { kind: 'named table', name: body.name, ...step.span }
  }
  const open = openSelect(step)
  return open && !open.where && open.from.length === 1 && open.lateralViews.length === 0
    ? open.from[0]
    : undefined
}

function derived({ before, span }: Step, name?: string): TableReference {
  const own = name ?? nameOf(before.body)
  return {
    kind: 'derived table',
    query: before,
    lateral: false,
    ...(own !== undefined && { alias: { name: own, columns: [] } }),
    ...span,
  }
}

/** One table keeps its name through the operators. */
function nameOf(body: QueryBody): string | undefined {
  if (body.kind === 'table query') return body.name.at(-1)
  if (body.kind !== 'select' || body.from.length !== 1) return undefined
  const [table] = body.from
  if (table?.kind === 'named table') return table.alias?.name ?? table.name.at(-1)
  return table?.kind === 'derived table' || table?.kind === 'inline table'
    ? table.alias?.name
    : undefined
}

function source(step: Step): Select {
  const { body } = step.before
  const open = openSelect(step)
  if (open) return open
  const table = body.kind === 'table query' ? openTable(step) : undefined
  return { ...empty(step), from: [table ?? derived(step)] }
}

function selected(step: Step, change: Partial<Select>): Query {
  return queryOf(step, { ...source(step), ...change })
}

function filtered(step: Step, condition: Expression): Query {
  const select = source(step)
  const where: Expression = select.where
    ? { kind: 'binary', operator: 'AND', left: select.where, right: condition, ...step.span }
    : condition
  return queryOf(step, { ...select, where })
}

/** SET replaces columns where they stand, one after the other. */
function replacing(step: Step, { value }: SelectItem): SelectItem {
  if (
    value.kind !== 'binary' ||
    value.operator !== '=' ||
    value.left.kind !== 'column' ||
    value.left.parts.length > 1
  ) {
    return step.lowerer.context.refuse('SET without column = value', value)
  }
  const replace = [{ name: fold(value.left.parts.at(-1) ?? ''), value: value.right }]
  return all(step, { replace })
}

function aggregated(
  step: Step,
  items: readonly SelectItem[],
  groupBy: readonly SelectItem[] | Grouping | undefined,
): Query {
  if (!groupBy) return selected(step, { items })
  if ('items' in groupBy) {
    const keys = groupBy.items.flatMap((key): readonly SelectItem[] =>
      'sets' in key ? [] : [{ value: key, ...step.span }],
    )
    return selected(step, { items: [...keys, ...items], groupBy })
  }
  const keys = groupBy.map(({ value }) => numbered(step, value))
  const chosen = groupBy.map((key, place) => ({ ...key, value: keys[place] ?? key.value }))
  const places = chosen.map((_, place) => ({
    kind: 'number' as const,
    digits: String(place + 1),
    type: 'integer' as const,
    ...step.span,
  }))
  return selected(step, { items: [...chosen, ...items], groupBy: { all: false, items: places } })
}

/** A number is the place of a column of the input. */
function numbered(step: Step, value: Expression): Expression {
  if (value.kind !== 'number' || value.type !== 'integer') return value
  const { columns } = step.lowerer.query(step.before, step.scope)
  const own = columns?.[Number(value.digits) - 1]?.name
  if (own === undefined) {
    return step.lowerer.context.needsSchema('GROUP BY of a number needs the columns', value)
  }
  return { kind: 'column', parts: [own], start: value.start, end: value.end }
}

function bodyOf(query: Query): QueryBody {
  const isBare = !isOrderedOrLimited(query) && query.with.length === 0 && query.pipes.length === 0
  return isBare ? query.body : query
}

function ordered(step: Step, order: QueryOrder): Query {
  const { before } = step
  if (isOrderedOrLimited(before))
    return { ...queryOf(step, { ...empty(step), from: [derived(step)] }), order }
  return { ...before, order }
}

function limited(step: Step, { limit, offset }: Pick<Query, 'limit' | 'offset'>): Query {
  const { before } = step
  const query =
    before.limit === undefined && before.offset === undefined
      ? before
      : queryOf(step, { ...empty(step), from: [derived(step)] })
  return { ...query, ...(limit !== undefined && { limit }), ...(offset && { offset }) }
}
