import type { Span } from '../../source/span.js'

/** What is counted. Each has its own way into PostgreSQL, and none may get lost on it. */
export type Clause =
  | 'aggregate'
  | 'assignment'
  | 'branch'
  | 'column definition'
  | 'common table'
  | 'distinct'
  | 'filter'
  | 'frame'
  | 'generator'
  | 'group key'
  | 'grouping sets'
  | 'having'
  | 'join'
  | 'limit'
  | 'merge clause'
  | 'object'
  | 'offset'
  | 'on'
  | 'order key'
  | 'output'
  | 'parameter'
  | 'partition key'
  | 'row'
  | 'set operation'
  | 'table'
  | 'target'
  | 'where'
  | 'window'
  | 'window order'

/**
 * A word that a clause is known by: `column id`, `value 5`, `parameter 1`, `table t`, `call sum`, or a
 * property such as `desc`.
 */
export type Mark = string

/** Alternatives: in one of them every mark has to be there. */
export type Need = readonly (readonly Mark[])[]

/** A clause of the source, and the marks by which it is to be found in the result. */
export interface SourceEntry extends Span {
  readonly clause: Clause
  readonly needs: readonly Need[]
}

/** A clause of the result with all its marks, and how often each is there. */
export interface ResultEntry {
  readonly clause: Clause
  readonly marks: ReadonlyMap<Mark, number>
  /** Of a query over no table of the source, as the conversion of a function may have. */
  readonly isOwn: boolean
}

export const column = (name: string): Mark => `column ${known(name)}`
export const table = (name: string): Mark => `table ${known(name)}`
/** The name of an output column. */
export const named = (name: string): Mark => `named ${known(name)}`
export const parameter = (place: number): Mark => `parameter ${place}`

/** Postgres reads names up to 63 bytes. */
const LONGEST_NAME = 63

function known(name: string): string {
  const folded = name.toLowerCase()
  if (folded.length * 3 <= LONGEST_NAME) return folded
  const bytes = new TextEncoder().encode(folded).subarray(0, LONGEST_NAME)
  return new TextDecoder().decode(bytes).replace(/\uFFFD+$/, '')
}

/** By its place in the select list. */
export const ordinal = (place: number | string): Mark => `ordinal ${Number(place)}`

/** A number or text; the sign is left to the operators around it, and `5.0` is `5`. */
export function value(text: string): Mark {
  const [, digits] = /^\s*[-+]?((?:\d|\.\d)[\d.eE+-]*)\s*$/.exec(text) ?? []
  const number = Number(digits)
  return `value ${digits === undefined || Number.isNaN(number) ? text : number}`
}

/** A need without alternative. */
export function all(...marks: readonly Mark[]): Need {
  return [marks]
}

/** Of each need the first alternative. */
export function flat(needs: readonly Need[]): readonly Mark[] {
  return needs.flatMap((need) => need[0] ?? [])
}

/** Whether a row can change it: a constant sorts and groups nothing. */
export function isVariable(needs: readonly Need[]): boolean {
  return flat(needs).some((mark) => !mark.startsWith('value '))
}
