import type { Finding } from '../../finding.js'
import { type BundleValue, isOpen, textOf, valueAt } from '../../read/bundle-value.js'
import type { Resource } from '../../read/target-view.js'
import { type Check, findingsOf, titleOf } from '../check.js'
import { type FieldFact, type FieldFacts, lakebaseTypes } from '../lakebase-types.js'
import { nearest } from '../nearest.js'
import { fieldsIn } from '../walk.js'

const found = findingsOf('LB117')

/** Fields whose values another rule knows better. */
const ELSEWHERE = new Set(['scheduling_policy', 'spec.scheduling_policy', 'permissions[].level'])

/** LB117: fields that there are, with values that they take. The CLI only warns of others, and drops them. */
export const fields: Check = ({ view }) =>
  [...lakebaseTypes].flatMap(([type, facts]) =>
    view.ofType(type).flatMap((one) => [...unknownAndWrong(one, facts), ...missing(one, facts)]),
  )

function unknownAndWrong(resource: Resource, facts: FieldFacts): readonly Finding[] {
  if (resource.value.kind !== 'map') {
    if (isOpen(resource.value)) return []
    return [found.error(resource.keyAt, `${titleOf(resource)} is no map of fields`)]
  }
  const isLeaf = (path: string) => {
    const kind = facts.get(path)?.kind
    return kind === undefined || path.endsWith('pg_settings')
  }
  return fieldsIn(resource.value, isLeaf).flatMap(({ path, keyAt, value }) => {
    const field = facts.get(path)
    if (field) return wrongValue(path, field, value)
    const suggestion = nearestField(path, facts)
    const message = `${resource.type} have no field "${path}"`
    return [found.error(keyAt, message, suggestion === undefined ? {} : { suggestion })]
  })
}

function nearestField(path: string, facts: FieldFacts): string | undefined {
  const parent = path.slice(0, path.lastIndexOf('.') + 1)
  const siblings = [...facts.keys()].flatMap((one) =>
    one.startsWith(parent) && !one.slice(parent.length).includes('.')
      ? [one.slice(parent.length)]
      : [],
  )
  return nearest(path.slice(parent.length), siblings)
}

function wrongValue(path: string, field: FieldFact, value: BundleValue): readonly Finding[] {
  if (ELSEWHERE.has(path) || isOpen(value)) return []
  // Nothing after a key is nothing said.
  if (value.kind === 'scalar' && value.value === null) return []
  const wanted = KINDS.get(field.kind)
  if (wanted && !wanted.fits(value)) {
    return [found.error(value.at, `${path} holds something else`, { expected: wanted.words })]
  }
  const text = textOf(value)
  if (text === undefined || field.values === undefined || field.values.includes(text)) return []
  const suggestion = nearest(text, field.values) ?? field.values.find((one) => one.endsWith(text))
  const advice = {
    expected: field.values.join(', '),
    ...(suggestion !== undefined && { suggestion }),
  }
  return [found.error(value.at, `${path}: there is no "${text}"`, advice)]
}

const isScalar = (value: BundleValue) => value.kind === 'scalar'

const KINDS: ReadonlyMap<string, { words: string; fits: (value: BundleValue) => boolean }> =
  new Map([
    ['text', { words: 'a text', fits: isScalar }],
    ['time', { words: 'a time such as 2026-12-31T00:00:00Z', fits: isScalar }],
    ['list', { words: 'a list', fits: (value: BundleValue) => value.kind === 'list' }],
    ['map', { words: 'a map of keys', fits: (value: BundleValue) => value.kind === 'map' }],
    [
      'boolean',
      { words: 'true or false', fits: (value: BundleValue) => typeofScalar(value) === 'boolean' },
    ],
    [
      'number',
      { words: 'a number', fits: (value: BundleValue) => typeofScalar(value) === 'number' },
    ],
    ['integer', { words: 'a whole number', fits: isInteger }],
  ])

function isInteger(value: BundleValue): boolean {
  return value.kind === 'scalar' && Number.isInteger(value.value)
}

function typeofScalar(value: BundleValue): string | undefined {
  return value.kind === 'scalar' ? typeof value.value : undefined
}

function missing(resource: Resource, facts: FieldFacts): readonly Finding[] {
  if (resource.value.kind !== 'map') return []
  return [...facts].flatMap(([path, { required }]) => {
    if (!required || path.includes('.') || valueAt(resource.value, path)) return []
    return [found.error(resource.keyAt, `${titleOf(resource)} has no ${path}`)]
  })
}
