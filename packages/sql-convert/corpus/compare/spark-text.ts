import type { Value } from './value.js'

/** Reads nested values as Spark prints them: `[1,null]`, `{"a":1}`; strings end at a quote before `,]}:`. */
export function readSparkText(text: string): Value {
  let at = 0
  const value = (stop: string): Value => {
    switch (text[at]) {
      case '[':
        return list()
      case '{':
        return fields()
      case '"':
        return quoted(stop)
      default:
        return bare(stop)
    }
  }
  const list = (): Value => {
    at++
    const items: Value[] = []
    while (at < text.length && text[at] !== ']') {
      items.push(value(',]'))
      if (text[at] === ',') at++
    }
    at++
    return items
  }
  const fields = (): Value => {
    at++
    const all: (readonly [string, Value])[] = []
    while (at < text.length && text[at] !== '}') {
      const key = value(':')
      at++
      all.push([typeof key === 'string' ? key : JSON.stringify(key), value(',}')])
      if (text[at] === ',') at++
    }
    at++
    return { fields: all }
  }
  const quoted = (stop: string): Value => {
    for (let end = text.indexOf('"', at + 1); ; end = text.indexOf('"', end + 1)) {
      const next = end < 0 ? undefined : text[end + 1]
      if (end >= 0 && next !== undefined && !stop.includes(next)) continue
      const inner = text.slice(at + 1, end < 0 ? text.length : end)
      at = end < 0 ? text.length : end + 1
      return inner
    }
  }
  const bare = (stop: string): Value => {
    const start = at
    while (at < text.length && !stop.includes(text[at] ?? '')) at++
    const word = text.slice(start, at)
    return word === 'null' || word === 'NULL' ? null : word
  }
  return value('')
}
