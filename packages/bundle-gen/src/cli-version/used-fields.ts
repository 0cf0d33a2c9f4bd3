/** Every field that the resources set, without their keys: `['postgres_endpoints', 'group', 'min']`. */
export function usedFields(resources: unknown): readonly (readonly string[])[] {
  return entries(resources).flatMap(([type, byKey]) =>
    entries(byKey).flatMap(([, resource]) => fieldsOf([type], resource)),
  )
}

function fieldsOf(path: readonly string[], value: unknown): readonly (readonly string[])[] {
  if (Array.isArray(value)) return value.flatMap((item) => fieldsOf(path, item))
  return [path, ...entries(value).flatMap(([field, inner]) => fieldsOf([...path, field], inner))]
}

function entries(value: unknown): readonly [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}
