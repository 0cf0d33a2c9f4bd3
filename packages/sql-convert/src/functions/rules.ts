import type { FunctionRule } from './rule.js'

/** Finds the rules of a function by its name in small letters; none when it is unknown. */
export function rulesOf(
  families: readonly (readonly FunctionRule[])[],
): (name: string) => readonly FunctionRule[] {
  const all = new Map<string, FunctionRule[]>()
  for (const rule of families.flat()) {
    const name = rule.signature.slice(0, rule.signature.indexOf('('))
    const known = all.get(name)
    if (known) known.push(rule)
    else all.set(name, [rule])
  }
  return (name) => all.get(name) ?? []
}
