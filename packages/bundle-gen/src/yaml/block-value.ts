import type { Value } from './block.js'

/** The plain value that a block will be parsed to. */
export function blockValue(value: Value): unknown {
  if (typeof value !== 'object') return value
  if ('lines' in value) {
    return Object.fromEntries(value.lines.map((one) => [one.key, blockValue(one.value)]))
  }
  return value.map((item) => blockValue(item))
}
