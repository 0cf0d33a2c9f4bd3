import type { FunctionCall } from '../rule.js'

/** The option `sep` or `delimiter`: one character, a comma by default. */
export function separatorOf(call: FunctionCall, options: ReadonlyMap<string, string>): string {
  const separator = options.get('sep') ?? options.get('delimiter') ?? ','
  return /^[^A-Za-z0-9]$/.test(separator) ? separator : call.refuse(`the separator ${separator}`)
}
