/** Postgres' text form of an array: `{1,"a b",NULL,{...}}`. */
export function formatArray(values: readonly unknown[], json = false): string {
  return `{${values.map((value) => formatElement(value, json)).join(',')}}`
}

function formatElement(value: unknown, json: boolean): string {
  if (value === null || value === undefined) return 'NULL'
  if (Array.isArray(value) && !json) return formatArray(value)
  return `"${elementText(value, json).replace(/[\\"]/g, '\\$&')}"`
}

function elementText(value: unknown, json: boolean): string {
  if (json) return JSON.stringify(value)
  if (value instanceof Date) return value.toISOString()
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`
  return String(value)
}

/** Reads that form; elements of inner arrays too are read by `parse`. */
export function parseArray(text: string, parse: (element: string) => unknown): unknown[] {
  const top: unknown[] = []
  const open: unknown[][] = []
  // An element that stands in quotes, or bare; a brace that opens or closes.
  const token = /"((?:[^"\\]|\\.)*)"|([{}])|([^{},"]+)/gs
  // `[2:4]={...}`: bounds that are not 1 come first.
  token.lastIndex = text.indexOf('{')
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [, quoted, brace, bare] = match
    const current = open.at(-1)
    if (brace === '{') {
      const inner = current ? [] : top
      current?.push(inner)
      open.push(inner)
    } else if (brace === '}') open.pop()
    else if (quoted !== undefined) current?.push(parse(quoted.replace(/\\(.)/gs, '$1')))
    else if (bare !== undefined) current?.push(bare === 'NULL' ? null : parse(bare))
  }
  return top
}
