/** Where two plain values differ first, as `load.stages[0].toRate: 500 and 250`; undefined when they do not. */
export function firstDifference(a: unknown, b: unknown, path = ''): string | undefined {
  if (Object.is(a, b)) return undefined
  if (!isRecord(a) || !isRecord(b) || Array.isArray(a) !== Array.isArray(b))
    return `${path}: ${show(a)} and ${show(b)}`
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const found = firstDifference(a[key], b[key], join(path, key, Array.isArray(a)))
    if (found !== undefined) return found
  }
  return undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function join(path: string, key: string, isIndex: boolean): string {
  if (isIndex) return `${path}[${key}]`
  return path === '' ? key : `${path}.${key}`
}

function show(value: unknown): string {
  if (typeof value === 'bigint') return String(value)
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
