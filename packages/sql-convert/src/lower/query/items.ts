import { fold } from '../../postgres/identifier.js'
import type { PgSelectItem } from '../../postgres/query.js'
import type { Call, Expression } from '../../spark/ast/expression.js'
import type { Select, SelectItem } from '../../spark/ast/query.js'
import type { Bound } from '../bound.js'
import type { Lowerer } from '../lowerer.js'
import { type OutputColumn, type Scope, scopeWith } from '../scope.js'
import type { LoweredFrom } from './from.js'
import { isGenerator } from './generator-name.js'
import { implicitName } from './implicit-name.js'
import { joinGenerator } from './join-generator.js'
import { prettyName } from './pretty-name.js'
import { lowerStar } from './star.js'

/** An item of a select list; `*` and generators are several columns. */
export interface LoweredItem {
  readonly items: readonly PgSelectItem[]
  readonly columns?: readonly OutputColumn[] | undefined
  readonly alias?: string | undefined
  readonly bound?: Bound | undefined
  /** As it is written, for GROUP BY ALL and keys by number. */
  readonly source: Expression
}

interface Listed {
  readonly items: readonly LoweredItem[]
  /** FROM with the generators that stand in the list. */
  readonly tables: LoweredFrom['tables']
}

/** Names of earlier items may be used by later ones, where no column has the name. */
export function lowerItems(
  lowerer: Lowerer,
  select: Select,
  from: LoweredFrom,
  scope: Scope,
  before?: Listed & { readonly hasAbsent: boolean },
): Listed {
  const isSame = before && !before.hasAbsent
  if (isSame && !select.items.some(({ value }) => mentionsGrouping(value))) return before
  let tables = from.tables
  const items: LoweredItem[] = []
  const aliases = new Map(scope.aliases)
  for (const item of select.items) {
    const at: Scope = scopeWith(scope, {
      aliases,
      generate: (call) => column(call, item),
    })
    const column = (call: Call, of: SelectItem) => {
      const joined = joinGenerator(
        lowerer,
        tables,
        call,
        scopeWith(scope, { aliases }),
        namesOf(of),
      )
      tables = joined.tables
      return joined.columns
    }
    const lowered = lowerItem(lowerer, item, at, scope, select)
    items.push(lowered)
    if (lowered.alias !== undefined && lowered.bound)
      aliases.set(fold(lowered.alias), lowered.bound)
  }
  return {
    items: items.map((item) => apart(lowerer, item, items)),
    tables: before?.tables ?? tables,
  }
}

/** A column without a name, that Postgres would call as another one is called, has one. */
function apart(lowerer: Lowerer, item: LoweredItem, all: readonly LoweredItem[]): LoweredItem {
  const [only] = item.items
  if (!only || only.alias !== undefined || item.columns?.[0]?.name !== undefined) return item
  const own = implicitName(only.value)
  const isTaken = all.some(({ columns }) =>
    columns?.some(({ name }) => name !== undefined && fold(name) === own),
  )
  const alias = isTaken ? givenName(lowerer, item.source) : undefined
  return alias === undefined ? item : { ...item, items: [{ ...only, alias }] }
}

function namesOf({ alias, aliases, value }: SelectItem): readonly string[] {
  if (aliases) return aliases
  return alias !== undefined && value.kind === 'call' && isGenerator(value) ? [alias] : []
}

function lowerItem(
  lowerer: Lowerer,
  item: SelectItem,
  scope: Scope,
  plain: Scope,
  select: Select,
): LoweredItem {
  const { value, alias } = item
  if (value.kind === 'star') {
    const hasGenerators = select.items.some(
      (one) => one.value.kind === 'call' && isGenerator(one.value),
    )
    const { items, columns } = lowerStar(lowerer, value, plain, hasGenerators)
    return { items, columns, source: value }
  }
  if (value.kind === 'call' && isGenerator(value) && scope.generate) {
    const columns = scope.generate(value)
    return {
      items: columns.map(({ pg, name: own }) => ({ value: pg, alias: own })),
      columns: columns.map(({ name: own, type }) => ({ name: own, type })),
      source: value,
    }
  }
  const bound = lowerer.expression(value, scope)
  const isNamedAll = scope.namesColumns === true || lowerer.context.namesColumns
  const own = alias ?? nameOf(value) ?? (isNamedAll ? givenName(lowerer, value) : undefined)
  const isNamed = value.kind === 'column' && bound.pg.kind === 'name'
  return {
    items: [
      {
        value: shown(bound),
        alias: alias ?? (isNamed ? undefined : own),
      },
    ],
    columns: [{ name: own, type: bound.type }],
    alias,
    bound,
    source: value,
  }
}

function givenName(lowerer: Lowerer, value: Expression): string {
  const text = lowerer.context.text.slice(value.start, value.end)
  return fold(prettyName(value) ?? text.replaceAll(/\s+/g, ' '))
}

/** A literal without a type is text, as a column of a view or table needs it. */
function shown(bound: Bound): PgSelectItem['value'] {
  return bound.untyped ? { kind: 'cast', value: bound.pg, type: 'text' } : bound.pg
}

function nameOf(value: Expression): string | undefined {
  if (value.kind === 'column') return value.parts.at(-1)
  return value.kind === 'field' ? value.name : undefined
}

function mentionsGrouping(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if ('kind' in value && value.kind === 'call' && 'name' in value && Array.isArray(value.name)) {
    if (/^grouping/i.test(String(value.name.at(-1)))) return true
  }
  if (
    'parts' in value &&
    Array.isArray(value.parts) &&
    /^grouping__id$/i.test(String(value.parts[0]))
  ) {
    return true
  }
  return Object.values(value).some(mentionsGrouping)
}
