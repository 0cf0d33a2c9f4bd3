/** A step of `$.a[0]['b'][*]`. */
export type JsonStep = number | string | { readonly kind: 'each' }

const STEP = /\.([^.[\]*?]+)|\[(\d+)\]|\['([^']+)'\]|\["([^"]+)"\]|\[(\*)\]/y

/** The steps of a JSON path of Spark; undefined for what is none: it finds nothing. */
export function readJsonPath(path: string): readonly JsonStep[] | undefined {
  if (!path.startsWith('$')) return undefined
  const steps: JsonStep[] = []
  STEP.lastIndex = 1
  while (STEP.lastIndex < path.length) {
    const found = STEP.exec(path)
    if (found === null) return undefined
    const [, name, place, quoted, doubleQuoted, star] = found
    if (star !== undefined) steps.push({ kind: 'each' })
    else if (place !== undefined) steps.push(Number(place))
    else steps.push(name ?? quoted ?? doubleQuoted ?? '')
  }
  return steps
}

/** Steps as an array of text, as the operators `#>` and `#>>` take them. */
export function pathArray(steps: readonly JsonStep[]): string {
  const items = steps.map((step) => {
    const text = String(step)
    return /^\w+$/.test(text) && text.toUpperCase() !== 'NULL'
      ? text
      : `"${text.replaceAll(/["\\]/g, '\\$&')}"`
  })
  return `{${items.join(',')}}`
}
