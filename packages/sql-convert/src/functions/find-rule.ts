import type { Bound } from '../lower/bound.js'
import { isInteger, isNumeric, isScalar } from '../type/kind-of-type.js'
import { arrayOf, decimal, type SparkType, UNKNOWN } from '../type/spark-type.js'
import { widerType } from '../type/wider-type.js'
import { conversionCost } from './conversion-cost.js'
import type { FunctionRule } from './rule.js'
import { type ParameterType, readSignature, type Signature } from './signature.js'

/** A rule that fits, and what its types are for these arguments. */
export interface Fit {
  readonly rule: FunctionRule
  /** Those that have a value: a lambda has none. */
  readonly arguments: readonly Bound[]
  /** What each of them is to become; undefined where it stays as it is. */
  readonly types: readonly (SparkType | undefined)[]
  readonly result: SparkType
}

const READ = new Map<string, Signature>()

/** The cheapest rule, or why none fits. A missing value is a lambda or `*`. */
export function findRule(
  rules: readonly FunctionRule[],
  values: readonly (Bound | undefined)[],
): Fit | string {
  const sized = rules.filter((rule) => takes(signatureOf(rule), values.length))
  if (sized.length === 0)
    return `not with ${values.length} argument${values.length === 1 ? '' : 's'}`
  let best: { readonly cost: number; readonly fit: Fit } | undefined
  for (const rule of sized) {
    const found = fitOf(rule, values)
    if (found && (!best || found.cost < best.cost)) best = found
  }
  if (best) return best.fit
  return `not for ${values.map((value) => value?.type.kind ?? 'lambda').join(', ')}`
}

function signatureOf(rule: FunctionRule): Signature {
  const known = READ.get(rule.signature)
  const signature = known ?? readSignature(rule.signature)
  if (!known) READ.set(rule.signature, signature)
  return signature
}

function takes({ parameters, repeats }: Signature, count: number): boolean {
  return repeats ? count >= parameters.length : count === parameters.length
}

function fitOf(
  rule: FunctionRule,
  values: readonly (Bound | undefined)[],
): { readonly cost: number; readonly fit: Fit } | undefined {
  const signature = signatureOf(rule)
  const variables = new Map<string, SparkType>()
  let cost = 0
  for (const [place, value] of values.entries()) {
    const step = costOf(parameterAt(signature, place), value?.type, variables)
    if (step === undefined) return undefined
    cost += step
  }
  const given = values.flatMap((value, place) => (value ? [{ value, place }] : []))
  return {
    cost,
    fit: {
      rule,
      arguments: given.map(({ value }) => value),
      types: given.map(({ place }) => typeOf(parameterAt(signature, place), variables)),
      result: typeOf(signature.result, variables) ?? given[0]?.value.type ?? UNKNOWN,
    },
  }
}

function parameterAt({ parameters }: Signature, place: number): ParameterType {
  return parameters[Math.min(place, parameters.length - 1)] ?? { kind: 'class', name: 'any' }
}

/** How far a value is from a parameter; undefined when it does not fit. Binds variables. */
function costOf(
  parameter: ParameterType,
  type: SparkType | undefined,
  variables: Map<string, SparkType>,
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
      return conversionCost(type, named(parameter))
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

function bind(
  name: string,
  type: SparkType,
  variables: Map<string, SparkType>,
): number | undefined {
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
    case 'named':
      return named(parameter)
    default:
      return undefined
  }
}

function named({ name, numbers }: Extract<ParameterType, { readonly kind: 'named' }>): SparkType {
  if (name === 'decimal') return decimal(numbers[0] ?? 38, numbers[1] ?? 18)
  const kinds = SIMPLE_KINDS.find((kind) => kind === name)
  if (kinds !== undefined) return { kind: kinds }
  throw new Error(`no type ${name}`)
}

const SIMPLE_KINDS = [
  'bigint',
  'binary',
  'boolean',
  'calendar interval',
  'date',
  'day interval',
  'double',
  'float',
  'int',
  'smallint',
  'string',
  'time',
  'timestamp',
  'timestamp_ntz',
  'tinyint',
  'unknown',
  'variant',
  'void',
  'year interval',
] as const
