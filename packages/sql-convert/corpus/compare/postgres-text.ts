import type { Value } from './value.js'

/** Reads an array as Postgres writes it: `{1,NULL,"a,b"}`, `[0:1]={1,2}`. */
export function readPostgresArray(text: string): Value {
  let at = text.indexOf('{')
  const list = (): Value => {
    at++
    const items: Value[] = []
    while (at < text.length && text[at] !== '}') {
      items.push(item())
      if (text[at] === ',') at++
    }
    at++
    return items
  }
  const item = (): Value => {
    if (text[at] === '{') return list()
    if (text[at] === '"') return quoted()
    const start = at
    while (at < text.length && !',}'.includes(text[at] ?? '')) at++
    const word = text.slice(start, at)
    return word === 'NULL' ? null : word
  }
  const quoted = (): string => {
    let value = ''
    for (at++; text[at] !== '"' && at < text.length; at++) {
      if (text[at] === '\\') at++
      value += text[at] ?? ''
    }
    at++
    return value
  }
  return list()
}

export function readJson(text: string): Value {
  return ofJson(JSON.parse(text))
}

function ofJson(json: unknown): Value {
  if (json === null || json === undefined) return null
  if (Array.isArray(json)) return json.map(ofJson)
  if (typeof json === 'object') {
    return { fields: Object.entries(json).map(([key, value]) => [key, ofJson(value)]) }
  }
  return String(json)
}
