import type { Bound } from '../lower/bound.js'
import { isInteger, isNumeric, isScalar } from '../type/kind-of-type.js'
import { arrayOf, type SparkType, UNKNOWN } from '../type/spark-type.js'
import { widerType } from '../type/wider-type.js'
import { conversionCost } from './conversion-cost.js'
import type { SignedRule } from './rules.js'
import type { ParameterType, Signature } from './signature.js'

/** A rule that fits, and what its types are for these arguments. */
export interface Fit extends SignedRule {
  /** Those that have a value: a lambda has none. */
  readonly arguments: readonly Bound[]
  /** What each of them is to become; undefined where it stays as it is. */
  readonly types: readonly (SparkType | undefined)[]
  readonly result: SparkType
}

/** What the letters of a signature stand for: `array(T…) -> array<T>`. */
type Variables = Map<string, SparkType>

/** The cheapest rule, or why none fits. A missing value is a lambda or `*`. */
export function findRule(
  rules: readonly SignedRule[],
  values: readonly (Bound | undefined)[],
): Fit | string {
  let isOfSize = false
  let best: SignedRule | undefined
  let bestVariables: Variables = new Map()
  let least = Number.POSITIVE_INFINITY
  for (const rule of rules) {
    if (!takes(rule.signature, values.length)) continue
    isOfSize = true
    const variables: Variables = new Map()
    const cost = costOfAll(rule.signature, values, variables)
    if (cost === undefined || cost >= least) continue
    best = rule
    bestVariables = variables
    least = cost
  }
  if (best) return fitOf(best, values, bestVariables)
  if (!isOfSize) return `not with ${values.length} argument${values.length === 1 ? '' : 's'}`
  return `not for ${values.map((value) => value?.type.kind ?? 'lambda').join(', ')}`
}

function takes({ parameters, repeats }: Signature, count: number): boolean {
  return repeats ? count >= parameters.length : count === parameters.length
}

function costOfAll(
  signature: Signature,
  values: readonly (Bound | undefined)[],
  variables: Variables,
): number | undefined {
  let cost = 0
  for (let place = 0; place < values.length; place++) {
    const step = costOf(parameterAt(signature, place), values[place]?.type, variables)
    if (step === undefined) return undefined
    cost += step
  }
  return cost
}

function fitOf(
  { rule, signature, typesText }: SignedRule,
  values: readonly (Bound | undefined)[],
  variables: Variables,
): Fit {
  const given: Bound[] = []
  const types: (SparkType | undefined)[] = []
  values.forEach((value, place) => {
    if (!value) return
    given.push(value)
    types.push(typeOf(parameterAt(signature, place), variables))
  })
  const result = typeOf(signature.result, variables) ?? given[0]?.type ?? UNKNOWN
  return { rule, signature, typesText, arguments: given, types, result }
}

const ANY: ParameterType = { kind: 'class', name: 'any' }

function parameterAt({ parameters }: Signature, place: number): ParameterType {
  return parameters[Math.min(place, parameters.length - 1)] ?? ANY
}

/** How far a value is from a parameter; undefined when it does not fit. Binds variables. */
function costOf(
  parameter: ParameterType,
  type: SparkType | undefined,
  variables: Variables,
): number | undefined {
  if (parameter.kind === 'class') return classCost(parameter.name, type)
  if (!type) return undefined
  switch (parameter.kind) {
    case 'variable':
      return bind(parameter.name, type, variables)
    case 'array':
      if (type.kind === 'array') return costOf(parameter.element, type.element, variables)
      return openCost(parameter, type)
    case 'map': {
      if (type.kind !== 'map') return openCost(parameter, type)
      const key = costOf(parameter.key, type.key, variables)
      const value = costOf(parameter.value, type.value, variables)
      return key === undefined || value === undefined ? undefined : key + value
    }
    case 'struct':
      return type.kind === 'struct' ? 0 : openCost(parameter, type)
    default:
      return conversionCost(type, parameter.type)
  }
}

function openCost(_parameter: ParameterType, type: SparkType): number | undefined {
  if (type.kind === 'unknown') return 30
  return type.kind === 'void' ? 8 : undefined
}

function classCost(name: string, type: SparkType | undefined): number | undefined {
  if (name === 'lambda') return type ? undefined : 0
  if (!type) return undefined
  if (name === 'any') return 2
  if (name === 'unknown') return type.kind === 'unknown' ? 0 : undefined
  if (type.kind === 'unknown') return 30
  if (type.kind === 'void') return 8
  return (name === 'integer' ? isInteger(type) : isNumeric(type)) ? 1 : undefined
}

function bind(name: string, type: SparkType, variables: Variables): number | undefined {
  const isOpen = type.kind === 'unknown' || type.kind === 'void'
  if (name === 'S' && !isOpen && !isScalar(type)) return undefined
  if (name === 'J' && !isOpen && isScalar(type)) return undefined
  const known = variables.get(name)
  const wide = known ? widerType(known, type) : type
  if (wide === undefined) return undefined
  variables.set(name, wide)
  return type.kind === 'unknown' ? 20 : 1
}

function typeOf(
  parameter: ParameterType,
  variables: ReadonlyMap<string, SparkType>,
): SparkType | undefined {
  switch (parameter.kind) {
    case 'variable':
      return variables.get(parameter.name) ?? UNKNOWN
    case 'array':
      return arrayOf(typeOf(parameter.element, variables) ?? UNKNOWN)
    case 'map': {
      const key = typeOf(parameter.key, variables) ?? UNKNOWN
      return { kind: 'map', key, value: typeOf(parameter.value, variables) ?? UNKNOWN }
    }
    case 'plain':
      return parameter.type
    default:
      return undefined
  }
}
