import { FAMILIES } from './families.js'
import type { FunctionRule } from './rule.js'

let index: ReadonlyMap<string, readonly FunctionRule[]> | undefined

/** The rules of a function's name, in small letters; none when it is unknown. */
export function rulesOf(name: string): readonly FunctionRule[] {
  index ??= indexed()
  return index.get(name) ?? []
}

function indexed(): ReadonlyMap<string, readonly FunctionRule[]> {
  const all = new Map<string, FunctionRule[]>()
  for (const rule of FAMILIES.flat()) {
    const name = rule.signature.slice(0, rule.signature.indexOf('('))
    const known = all.get(name)
    if (known) known.push(rule)
    else all.set(name, [rule])
  }
  return all
}
