import type { YamlPath } from '@lakebase/config'
import type { Generator, ParameterValue } from '../generator.js'
import { checkGenerator } from '../yaml/check-generator.js'
import { reportAt, type YamlFile } from '../yaml/yaml-file.js'
import type { LegacyParameter } from './legacy-schema.js'

/** The keys that each way to draw needs. */
const NEEDS = {
  static: ['value'],
  random_range: ['range'],
  random_choice: ['choices'],
  random_date_range: ['start_date', 'end_date'],
  random_array: ['array_size', 'element_range'],
} as const
const SETTINGS = [
  'value',
  'range',
  'choices',
  'start_date',
  'end_date',
  'array_size',
  'element_range',
] as const
/** Digits behind the point of the old runner's decimals. */
const DECIMAL_DIGITS = 2
/** What each type can be drawn by; the old runner drew nothing for the rest, and sent NULL. */
const WAYS = {
  integer: ['static', 'random_range', 'random_choice'],
  decimal: ['static', 'random_range', 'random_choice'],
  string: ['static', 'random_choice'],
  date: ['static', 'random_choice', 'random_date_range'],
  boolean: ['static', 'random_choice'],
  integer_array: ['random_array'],
} as const

/** How the old runner's parameter is drawn; undefined where that is told as wrong. */
export function legacyGenerator(
  parameter: LegacyParameter,
  path: YamlPath,
  file: YamlFile,
): Generator | undefined {
  const { type = 'string', generation: way = 'static' } = parameter
  if (!WAYS[type].some((one) => one === way)) {
    const expected = WAYS[type].join(', ')
    reportAt(file, path, 'LT006', `a value of type ${type} is not drawn by ${way}`, { expected })
    return undefined
  }
  const needs: readonly string[] = NEEDS[way]
  const missing = needs.filter((key) => !Object.hasOwn(parameter, key))
  for (const key of missing) reportAt(file, path, 'LT006', `${way} needs ${key}`)
  for (const key of SETTINGS) {
    if (needs.includes(key) || parameter[key] === undefined) continue
    reportAt(file, [...path, key], 'LT006', `${key} does nothing with ${way}`)
  }
  if (missing.length > 0) return undefined
  const generator = built(parameter, type)
  const problem =
    checkGenerator(generator.kind === 'array' ? generator.of : generator) ??
    checkGenerator(generator)
  if (problem) reportAt(file, path, 'LT007', problem)
  return problem ? undefined : generator
}

function built(parameter: LegacyParameter, type: NonNullable<LegacyParameter['type']>): Generator {
  const {
    range,
    choices,
    start_date: from,
    end_date: to,
    array_size: size,
    element_range: elements,
  } = parameter
  if (range) return ranged(range, type)
  if (choices) return { kind: 'choice', values: choices.map((value) => typed(value, type)) }
  if (from !== undefined && to !== undefined) return { kind: 'date', from, to, unit: 'day' }
  if (size && elements) {
    const [length, maxLength] = size
    return {
      kind: 'array',
      of: { kind: 'uniform', from: elements[0], to: elements[1] },
      length,
      maxLength,
    }
  }
  return { kind: 'constant', value: typed(parameter.value ?? null, type) }
}

function ranged([from, to]: readonly [number, number], type: string): Generator {
  return type === 'decimal'
    ? { kind: 'decimal', from, to, digits: DECIMAL_DIGITS }
    : { kind: 'uniform', from, to }
}

/** A code such as 10001 that is meant as text. */
function typed(value: ParameterValue, type: string): ParameterValue {
  return type === 'string' && typeof value === 'number' ? String(value) : value
}
