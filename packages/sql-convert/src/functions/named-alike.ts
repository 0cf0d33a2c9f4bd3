import type { FunctionRule } from './rule.js'

/** The rules of one name under further names: Spark's aliases. */
export function namedAlike(
  rules: readonly FunctionRule[],
  name: string,
  ...aliases: readonly string[]
): readonly FunctionRule[] {
  return aliases.flatMap((alias) =>
    rules
      .filter(({ signature }) => signature.startsWith(`${name}(`))
      .map((rule) => ({ ...rule, signature: alias + rule.signature.slice(name.length) })),
  )
}
