import { quoted } from '../../postgres/identifier.js'
import { readWithPattern } from '../datetime/pattern/read-with-pattern.js'
import { writeWithPattern } from '../datetime/pattern/write-with-pattern.js'
import type { FunctionCall } from '../rule.js'
import type { JsonStyle } from './json-text.js'

const KINDS = ['date', 'timestamp'] as const
const READING = ['dateFormat', 'timestampFormat', 'mode', 'multiLine']
const WRITING = ['dateFormat', 'timestampFormat', 'ignoreNullFields', 'sortKeys', 'pretty']

/** How dates and timestamps are read, as JSON in a literal; undefined where Spark's own forms are meant. */
export function readingPatterns(
  call: FunctionCall,
  options: ReadonlyMap<string, string>,
  others: readonly string[] = [],
): string | undefined {
  for (const [key, value] of options) {
    const isKnown = READING.includes(key) || others.includes(key)
    if (!isKnown || (key === 'mode' && value.toUpperCase() !== 'PERMISSIVE')) {
      call.refuse(`the option ${key}`)
    }
  }
  const patterns = KINDS.flatMap((kind) => {
    const pattern = options.get(`${kind}Format`)
    return pattern === undefined ? [] : [[kind, shapesOf(call, pattern)]]
  })
  return patterns.length === 0 ? undefined : quoted(JSON.stringify(Object.fromEntries(patterns)))
}

function shapesOf(call: FunctionCall, pattern: string): readonly (readonly [string, string])[] {
  const found = readWithPattern(pattern)
  if ('refused' in found) return call.refuse(found.refused)
  return found.map(({ shape, arrangement }) => [shape, arrangement])
}

/** How values are written. */
export function writingStyle(
  call: FunctionCall,
  options: ReadonlyMap<string, string>,
  others: readonly string[] = [],
): JsonStyle {
  for (const [key, value] of options) {
    const isKnown = WRITING.includes(key) || others.includes(key)
    if (!isKnown || (key === 'pretty' && value !== 'false')) call.refuse(`the option ${key}`)
  }
  const [date, timestamp] = KINDS.map((kind) => {
    const pattern = options.get(`${kind}Format`)
    if (pattern === undefined) return undefined
    const found = writeWithPattern(pattern)
    return 'refused' in found ? call.refuse(`the pattern ${pattern}`) : found.sql
  })
  return {
    keepNulls: options.get('ignoreNullFields')?.toLowerCase() === 'false',
    sorted: options.get('sortKeys')?.toLowerCase() === 'true',
    date,
    timestamp,
  }
}
