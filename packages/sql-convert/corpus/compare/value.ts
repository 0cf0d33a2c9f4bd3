/** A value of either engine in one form: text, nothing, a list, or fields by name (and by place). */
export type Value = null | string | readonly Value[] | Fields

export interface Fields {
  readonly fields: readonly (readonly [string, Value])[]
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}

export function isFields(value: Value): value is Fields {
  return typeof value === 'object' && value !== null && !isList(value)
}
