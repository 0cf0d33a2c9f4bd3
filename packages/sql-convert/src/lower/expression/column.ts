import { fold } from '../../postgres/identifier.js'
import type { Column } from '../../spark/ast/expression.js'
import { UNKNOWN } from '../../type/spark-type.js'
import type { Bound } from '../bound.js'
import type { Lowerer } from '../lowerer.js'
import { name } from '../pg.js'
import { resolve, type Scope } from '../scope.js'
import { fieldOf } from './element.js'

const CALLED_WITHOUT_BRACKETS: ReadonlySet<string> = new Set([
  'current_date',
  'current_time',
  'current_timestamp',
  'current_user',
  'session_user',
  'user',
  'grouping__id',
  'localtimestamp',
])

/** A column, a parameter of a lambda, a name of the select list, or a field of one of these. */
export function lowerColumn(lowerer: Lowerer, column: Column, scope: Scope): Bound {
  const { parts } = column
  const first = fold(parts[0] ?? '')
  const parameter = scope.parameters.get(first)
  if (parameter) return fieldsOf(lowerer, parameter, parts.slice(1), column)
  const found = resolve(scope, parts)
  if (found.kind === 'column') {
    const pg = name(...parts.slice(0, found.taken).slice(-2).map(fold))
    return fieldsOf(lowerer, { pg, type: found.type }, parts.slice(found.taken), column)
  }
  const alias = aliasOf(scope, first)
  if (alias && found.kind === 'missing') return fieldsOf(lowerer, alias, parts.slice(1), column)
  if (parts.length === 1 && CALLED_WITHOUT_BRACKETS.has(first)) {
    const called = first === 'grouping__id' ? 'grouping_id' : first
    return lowerer.apply(called, [], column, scope)
  }
  if (alias) return fieldsOf(lowerer, alias, parts.slice(1), column)
  if (found.kind === 'perhaps' && parts.length > found.taken)
    return perhapsField(column, found.taken)
  return { pg: name(...parts.map(fold)), type: UNKNOWN }
}

function perhapsField(column: Column, taken: number): Bound {
  return {
    pg: name(...column.parts.slice(0, Math.max(taken, column.parts.length)).map(fold)),
    type: UNKNOWN,
  }
}

function aliasOf(scope: Scope, first: string): Bound | undefined {
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    const alias = at.aliases.get(first)
    if (alias) return alias
  }
  return undefined
}

function fieldsOf(
  lowerer: Lowerer,
  value: Bound,
  fields: readonly string[],
  column: Column,
): Bound {
  return fields.reduce((inner, field) => fieldOf(lowerer, inner, field, column), value)
}
