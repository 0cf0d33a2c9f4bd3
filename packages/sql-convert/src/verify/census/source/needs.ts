import type { Call, Column, Expression } from '../../../spark/ast/expression.js'
import { all, column, flat, type Mark, type Need, parameter, value } from '../entry.js'
import { BLIND, CHOICES, NULL_FOR_UNKNOWN, WORDS } from './functions.js'
import { partsOf } from './parts.js'
import { isOfItsOwnRow, ownReading } from './windowed.js'

/** What is known of the statement around an expression. */
export interface Names {
  /** Of a parameter, by the place where it stands. */
  readonly parameterAt: (start: number) => number | undefined
  /** What a name of a select list stands for; in each list it may be another thing. */
  readonly aliases: ReadonlyMap<string, readonly Expression[]>
  /** Names that may be gone: parameters of lambdas, and columns that are NULL in each row. */
  readonly empty: ReadonlySet<string>
}

/**
 * The columns and parameters that an expression reads must be in its conversion, and such constants as
 * no function takes: those that a function takes may be written otherwise (patterns, places, paths).
 */
export function needsOf(node: Expression, names: Names): readonly Need[] {
  return collect(node, { names, followed: new Set(), isPlain: true })
}

interface Walk {
  readonly names: Names
  /** Names that stand for what is being read. */
  readonly followed: ReadonlySet<string>
  /** Whether constants stay as they are here. */
  readonly isPlain: boolean
}

function collect(node: Expression, walk: Walk): readonly Need[] {
  switch (node.kind) {
    case 'column':
      return columnNeeds(node, walk)
    case 'parameter': {
      const place = walk.names.parameterAt(node.start)
      return place === undefined ? [] : [all(parameter(place))]
    }
    case 'number':
      return walk.isPlain ? [all(value(node.digits))] : []
    case 'literal':
      return walk.isPlain && typeof node.value === 'string' ? [all(value(node.value))] : []
    case 'call':
      if (BLIND.has(nameOf(node))) return []
      if (isOfItsOwnRow(node)) return inside(ownReading(node), { ...walk, isPlain: false })
      return callNeeds(node, walk)
    case 'subscript':
      return inside(node, { ...walk, isPlain: node.index.kind === 'literal' })
    case 'binary':
    case 'like':
    case 'case':
    case 'between':
    case 'in list':
    case 'is':
    case 'row':
    case 'unary':
    case 'collate':
      return inside(node, { ...walk, isPlain: walk.isPlain && keepsConstants(node) })
    default:
      return inside(node, { ...walk, isPlain: false })
  }
}

/** Intervals and dates are reckoned with, comparisons are kept. */
function keepsConstants(node: Expression): boolean {
  if (node.kind === 'like') return node.operator !== 'RLIKE' && node.escapedBy === undefined
  return node.kind !== 'binary' || /^(?:AND|OR|[<>=]+|[+*/-])$/.test(node.operator)
}

function inside(node: Expression, walk: Walk): readonly Need[] {
  return partsOf(node).flatMap((part) => collect(part, walk))
}

function callNeeds(call: Call, walk: Walk): readonly Need[] {
  const name = nameOf(call)
  const needs = inside(call, { ...walk, isPlain: walk.isPlain && CHOICES.has(name) })
  return NULL_FOR_UNKNOWN.has(name) ? needs.map((need) => [...need, ['null']]) : needs
}

/** A name may be that of a column, of a field of it, or of what stands in a select list. */
function columnNeeds({ parts }: Column, walk: Walk): readonly Need[] {
  const last = fold(parts.at(-1) ?? '')
  const first = fold(parts[0] ?? '')
  if (walk.names.empty.has(first) || walk.names.empty.has(last)) return []
  if (parts.length === 1 && WORDS.has(last)) return []
  const own: (readonly Mark[])[] = [[column(last)]]
  if (parts.length > 1) own.push([`value ${parts.at(-1)}`], [`value ${last}`])
  if (parts.length === 1 && !walk.followed.has(last)) own.push(...meanings(last, walk))
  // `sum(x)` in back-ticks is the name that Databricks gives to an item, whose text we do not know.
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(last)) own.push([])
  return [own]
}

/** A name of a select list may be replaced by what it stands for, once or down to the columns. */
function meanings(name: string, walk: Walk): readonly (readonly Mark[])[] {
  const inner = { ...walk, followed: new Set([...walk.followed, name]) }
  return (walk.names.aliases.get(name) ?? []).flatMap((meant) => {
    const needs = collect(meant, inner)
    return [flat(needs), needs.flatMap((need) => need.at(-1) ?? [])]
  })
}

/** Of a name with a schema, the last part. */
function nameOf({ name }: Call): string {
  return fold(name.at(-1) ?? '')
}

function fold(name: string): string {
  return name.toLowerCase()
}
