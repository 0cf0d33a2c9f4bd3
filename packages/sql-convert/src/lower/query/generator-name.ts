import { fold } from '../../postgres/identifier.js'
import type { Call } from '../../spark/ast/expression.js'

const GENERATORS: ReadonlySet<string> = new Set([
  'explode',
  'explode_outer',
  'inline',
  'inline_outer',
  'json_tuple',
  'posexplode',
  'posexplode_outer',
  'stack',
  'variant_explode',
  'variant_explode_outer',
])

export function isGenerator(call: Call): boolean {
  return GENERATORS.has(fold(call.name.at(-1) ?? ''))
}
