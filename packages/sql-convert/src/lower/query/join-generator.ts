import { fold } from '../../postgres/identifier.js'
import type { PgTable } from '../../postgres/query.js'
import type { Call } from '../../spark/ast/expression.js'
import type { Lowerer } from '../lowerer.js'
import { name, TRUE } from '../pg.js'
import type { GeneratedColumn, OutputColumn, Scope } from '../scope.js'
import { lowerGenerator } from './generator.js'

interface Joined {
  readonly tables: readonly PgTable[]
  readonly columns: readonly GeneratedColumn[]
  readonly alias: string
}

/** FROM with a generator joined to it, row by row. */
export function joinGenerator(
  lowerer: Lowerer,
  tables: readonly PgTable[],
  call: Call,
  scope: Scope,
  names: readonly string[],
  given?: { readonly alias?: string | undefined; readonly outer?: boolean },
): Joined {
  const generated = lowerGenerator(lowerer, call, scope)
  const alias = given?.alias ?? lowerer.context.fresh('g')
  const own = generated.columns.map((column, place) => nameAt(column, names, place))
  const isDistinct = new Set(own.map(fold)).size === own.length
  const inner = isDistinct ? own : own.map((_, place) => `c${place + 1}`)
  const right: PgTable = {
    kind: 'derived',
    lateral: true,
    query: generated.query,
    alias: { name: alias, columns: inner },
  }
  const isOuter = generated.outer || given?.outer === true
  const columns = generated.columns.map(({ type }, place) => ({
    name: own[place] ?? '',
    pg: name(alias, inner[place] ?? ''),
    type,
  }))
  return { tables: joined(tables, right, isOuter), columns, alias }
}

function nameAt(column: OutputColumn, names: readonly string[], place: number): string {
  return names[place] ?? column.name ?? `col${place}`
}

/** The last table takes the join: a LATERAL one sees all that stand before it. */
function joined(tables: readonly PgTable[], right: PgTable, isOuter: boolean): readonly PgTable[] {
  const last = tables.at(-1)
  if (!last) return isOuter ? [oneRow(right)] : [right]
  if (!isOuter) return [...tables, right]
  const join: PgTable = { kind: 'join', type: 'left', left: last, right, natural: false, on: TRUE }
  return [...tables.slice(0, -1), join]
}

function oneRow(right: PgTable): PgTable {
  const query = { body: { kind: 'values', rows: [[{ kind: 'number', digits: '1' }]] } } as const
  const left: PgTable = {
    kind: 'derived',
    lateral: false,
    query,
    alias: { name: '_one', columns: [] },
  }
  return { kind: 'join', type: 'left', left, right, natural: false, on: TRUE }
}
