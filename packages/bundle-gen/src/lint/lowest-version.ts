import { compareVersions } from '../cli-version/compare-versions.js'

/** The lowest version that a constraint such as `>= 1.7.0, != 1.10.0` lets in; undefined when it is none. */
export function lowestVersion(constraint: string): string | undefined {
  let lowest = '0.0.0'
  for (const part of constraint.split(',')) {
    const match = /^(>=|<=|>|<|!=|=)? ?v?(\d+\.\d+\.\d+)(?:[-+][\w.+-]+)?$/.exec(part.trim())
    const [, operator = '=', version = ''] = match ?? []
    if (!match) return undefined
    const isBound = operator === '>=' || operator === '>' || operator === '='
    if (isBound && compareVersions(version, lowest) > 0) lowest = version
  }
  return lowest
}
