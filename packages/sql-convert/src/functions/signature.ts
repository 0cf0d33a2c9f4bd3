import { decimal, type SparkType } from '../type/spark-type.js'

/** The type of a parameter in a signature of ours. */
export type ParameterType =
  | { readonly kind: 'class'; readonly name: 'any' | 'integer' | 'lambda' | 'number' | 'unknown' }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'array'; readonly element: ParameterType }
  | { readonly kind: 'map'; readonly key: ParameterType; readonly value: ParameterType }
  | { readonly kind: 'struct' }
  | { readonly kind: 'plain'; readonly type: SparkType }

export interface Signature {
  readonly name: string
  readonly parameters: readonly ParameterType[]
  /** Whether the last parameter may come again and again. */
  readonly repeats: boolean
  readonly result: ParameterType
}

const CLASSES = ['any', 'integer', 'lambda', 'number', 'unknown'] as const

/** Reads `name(type, …) -> type`; its texts are our own data, so a mistake is thrown at the developer. */
export function readSignature(text: string): Signature {
  const [, name = '', inner = '', result = ''] = /^(\w+)\((.*)\) -> (.+)$/.exec(text) ?? []
  if (name === '') throw new Error(`not a signature: ${text}`)
  const repeats = inner.endsWith('…')
  const parameters = splitList(repeats ? inner.slice(0, -1) : inner).map(readType)
  return { name, parameters, repeats, result: readType(result) }
}

function readType(text: string): ParameterType {
  const [, name = '', nested] = /^([^<(]+?)(?:<(.*)>|\((.*)\))?$/.exec(text) ?? []
  const className = CLASSES.find((one) => one === name)
  if (className !== undefined) return { kind: 'class', name: className }
  if (/^[A-Z]$/.test(name)) return { kind: 'variable', name }
  if (name === 'struct') return { kind: 'struct' }
  if (name === 'array') return { kind: 'array', element: readType(nested ?? '') }
  if (name === 'map') {
    const [key = '', value = ''] = splitList(nested ?? '')
    return { kind: 'map', key: readType(key), value: readType(value) }
  }
  const numbers = [...text.matchAll(/\d+/g)].map(Number)
  return { kind: 'plain', type: plainType(name, numbers) }
}

function plainType(name: string, [precision = 38, scale = 18]: readonly number[]): SparkType {
  if (name === 'decimal') return decimal(precision, scale)
  const kind = SIMPLE_KINDS.find((one) => one === name)
  if (kind === undefined) throw new Error(`no type ${name}`)
  return { kind }
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

/** At commas that stand in no bracket. */
export function splitList(text: string): readonly string[] {
  const parts = ['']
  let depth = 0
  for (const character of text) {
    if ('<('.includes(character)) depth++
    if ('>)'.includes(character)) depth--
    if (character === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += character
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}
