import type { FunctionRule } from './rule.js'

/** The rules of a function once more under another name that Databricks has for it. */
export function renamed(
  rules: readonly FunctionRule[],
  from: string,
  ...names: readonly string[]
): readonly FunctionRule[] {
  const own = rules.filter((rule) => rule.signature.startsWith(`${from}(`))
  return names.flatMap((name) =>
    own.map((rule) => ({ ...rule, signature: name + rule.signature.slice(from.length) })),
  )
}
