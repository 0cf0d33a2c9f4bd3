import type { FunctionRule } from './rule.js'
import { readSignature, type Signature } from './signature.js'

/** A rule with what its texts say. */
export interface SignedRule {
  readonly rule: FunctionRule
  readonly signature: Signature
  /** Whether a string literal needs its type: Postgres would have to guess among overloads. */
  readonly typesText: boolean
}

/** Finds the rules of a function by its name in small letters; none when it is unknown. */
export type Rules = (name: string) => readonly SignedRule[]

/** The signatures of a function are read when it is first asked for. */
export function rulesOf(families: readonly (readonly FunctionRule[])[]): Rules {
  const all = new Map<string, FunctionRule[]>()
  for (const rule of families.flat()) {
    const name = rule.signature.slice(0, rule.signature.indexOf('('))
    const known = all.get(name)
    if (known) known.push(rule)
    else all.set(name, [rule])
  }
  const read = new Map<string, readonly SignedRule[]>()
  return (name) => {
    const known = read.get(name)
    if (known) return known
    const rules = all.get(name)
    if (!rules) return NONE
    const signed = rules.map(signedRule)
    read.set(name, signed)
    return signed
  }
}

const NONE: readonly SignedRule[] = []

function signedRule(rule: FunctionRule): SignedRule {
  const isPolymorphic = /\b(?:[STUJ]|any|unknown)\b/.test(rule.signature)
  const isOurs = 'sql' in rule && rule.sql.includes('spark_compat.')
  return {
    rule,
    signature: readSignature(rule.signature),
    typesText: isPolymorphic || isOurs || 'aggregate' in rule || 'window' in rule,
  }
}
