import type { YamlPath } from '@lakebase/config'
import type { Generator, ParameterValue } from '../generator.js'
import { checkGenerator } from './check-generator.js'
import { columnName } from './column-name.js'
import type { ElementFile, GeneratorFile } from './generator-schema.js'
import { reportAt, type YamlFile } from './yaml-file.js'

const KINDS = [
  ...(['uniform', 'zipfian', 'gaussian', 'exponential', 'sequence', 'choice', 'date'] as const),
  ...(['uuid', 'text', 'column', 'value', 'array'] as const),
]
type Kind = (typeof KINDS)[number]

/** Which settings each kind takes. */
const SETTINGS: Readonly<Record<Kind, readonly (keyof GeneratorFile)[]>> = {
  uniform: ['digits'],
  zipfian: ['exponent'],
  gaussian: ['parameter'],
  exponential: ['parameter'],
  sequence: ['step'],
  choice: ['weights'],
  date: [],
  uuid: [],
  text: [],
  column: ['limit'],
  value: [],
  array: ['length'],
}
const DEFAULTS = { exponent: 1.1, parameter: 2.5, step: 1, limit: 10_000 } as const

/** What a map under `parameters` says; undefined where that is told as wrong. */
export function readGenerator(
  written: GeneratorFile | ParameterValue,
  path: YamlPath,
  file: YamlFile,
): Generator | undefined {
  if (typeof written !== 'object' || written === null || Array.isArray(written)) {
    return { kind: 'constant', value: written }
  }
  return readMap(written, path, file)
}

function readMap(
  written: GeneratorFile | ElementFile,
  path: YamlPath,
  file: YamlFile,
): Generator | undefined {
  const kind = onlyKind(written, path, file)
  if (!kind) return undefined
  const strangers = Object.keys(written).filter(
    (key) => key !== kind && !SETTINGS[kind].some((setting) => setting === key),
  )
  for (const key of strangers) {
    const takers = KINDS.filter((one) => SETTINGS[one].some((setting) => setting === key))
    const message = `${key} does nothing with ${kind}: it belongs to ${takers.join(' or ')}`
    reportAt(file, [...path, key], 'LT006', message)
  }
  const generator = built(written, kind, path, file)
  const problem = generator && checkGenerator(generator)
  if (problem) reportAt(file, [...path, kind], 'LT007', problem)
  return problem || strangers.length > 0 ? undefined : generator
}

function onlyKind(
  written: GeneratorFile | ElementFile,
  path: YamlPath,
  file: YamlFile,
): Kind | undefined {
  const [kind, second] = KINDS.filter((one) => Object.hasOwn(written, one))
  if (!kind) {
    reportAt(file, path, 'LT006', 'nothing says how the value is drawn', {
      expected: KINDS.join(', '),
    })
  } else if (second) {
    reportAt(file, [...path, second], 'LT006', `${kind} and ${second}: a value is drawn in one way`)
  }
  return second ? undefined : kind
}

function built(
  written: GeneratorFile,
  kind: Kind,
  path: YamlPath,
  file: YamlFile,
): Generator | undefined {
  const { exponent, limit, parameter, step } = { ...DEFAULTS, ...written }
  if (written.uniform) return uniform(written.uniform, written.digits)
  if (written.zipfian) return { kind: 'zipfian', ...ends(written.zipfian), exponent }
  if (written.gaussian) return { kind: 'gaussian', ...ends(written.gaussian), parameter }
  if (written.exponential) return { kind: 'exponential', ...ends(written.exponential), parameter }
  if (written.sequence !== undefined) return sequence(written.sequence, step)
  if (written.choice) {
    const { choice: values, weights } = written
    return { kind: 'choice', values, ...(weights ? { weights } : {}) }
  }
  if (written.date) return dates(written.date)
  if (written.uuid) return { kind: 'uuid' }
  if (written.text !== undefined) {
    const [minLength, maxLength] = pair(written.text)
    return { kind: 'text', minLength, maxLength }
  }
  if (written.column) return { kind: 'column', ...columnName(written.column), limit }
  if (kind === 'value') return { kind: 'constant', value: written.value ?? null }
  return array(written, path, file)
}

function array(
  { array: element, length }: GeneratorFile,
  path: YamlPath,
  file: YamlFile,
): Generator | undefined {
  const of = element && readMap(element, [...path, 'array'], file)
  if (length === undefined) {
    reportAt(file, path, 'LT006', 'array needs a length, such as 3 or [1, 5]')
    return undefined
  }
  const [least, most] = pair(length)
  return of && { kind: 'array', of, length: least, ...(most === least ? {} : { maxLength: most }) }
}

function uniform([from, to]: readonly [number, number], written?: number): Generator {
  const digits = written ?? Math.max(digitsOf(from), digitsOf(to))
  return digits === 0 ? { kind: 'uniform', from, to } : { kind: 'decimal', from, to, digits }
}

/** Digits behind the point, as written: 2 of 9.99. */
function digitsOf(value: number): number {
  return /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0
}

function sequence(written: number | readonly [number, number], step: number): Generator {
  if (typeof written === 'number') return { kind: 'sequence', from: written, step }
  return { kind: 'sequence', ...ends(written), step }
}

function dates([from, to]: readonly [string, string]): Generator {
  const hasTime = from.length > 10 || to.length > 10
  return { kind: 'date', from: inUtc(from), to: inUtc(to), unit: hasTime ? 'second' : 'day' }
}

/** A time without a zone is meant in UTC, whatever the zone of this machine. */
function inUtc(written: string): string {
  if (written.length <= 10) return written
  const iso = written.replace(' ', 'T')
  return /(?:Z|[+-]\d\d:?\d\d)$/.test(iso) ? iso : `${iso}Z`
}

function ends([from, to]: readonly [number, number]) {
  return { from, to }
}

function pair(value: number | readonly [number, number]): readonly [number, number] {
  return typeof value === 'number' ? [value, value] : value
}
