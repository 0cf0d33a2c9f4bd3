import type { Finding } from '../../finding.js'
import { entriesOf, type Spot, valueAt } from '../../read/bundle-value.js'
import { KEY } from '../../read/references.js'
import { type Check, findingsOf } from '../check.js'

const found = findingsOf('LB106')

/** LB106: keys of resources: their form, and that each stands for one resource in one file. */
export const keys: Check = ({ bundle, view }) => {
  const scripts = entriesOf(valueAt(view.config, 'scripts')).map(([key, { keyAt }]) => ({
    type: 'scripts',
    key,
    keyAt,
  }))
  const defined = bundle.definitions.map(({ type, key, entry }) => ({
    type,
    key,
    keyAt: entry.keyAt,
  }))
  return [...view.resources.flatMap(formOf), ...twice([...defined, ...scripts])]
}

function formOf({
  key,
  keyAt,
}: {
  readonly key: string
  readonly keyAt: Spot
}): readonly Finding[] {
  if (key.includes('${')) {
    return [found.error(keyAt, `key "${key}" has a reference: keys are taken as they are`)]
  }
  if (KEY.test(key)) return []
  const expected = 'a letter first, then letters, digits, - and _, and no - or _ last'
  return [found.error(keyAt, `key "${key}" cannot be referred to`, { expected })]
}

interface Defined {
  readonly type: string
  readonly key: string
  readonly keyAt: Spot
}

function twice(all: readonly Defined[]): readonly Finding[] {
  const first = new Map<string, Defined>()
  const findings: Finding[] = []
  for (const one of all) {
    const before = first.get(one.key)
    if (before === undefined) first.set(one.key, one)
    else findings.push(found.error(one.keyAt, clash(one, before), { hint: HINT }))
  }
  return findings
}

const HINT = 'A key stands for one resource over all types, and a resource is defined in one file.'

function clash(one: Defined, before: Defined): string {
  const { file, line } = before.keyAt.source.place(before.keyAt.start, before.keyAt.end)
  const as = before.type === one.type ? '' : ` as one of ${before.type}`
  return `key "${one.key}" is defined a second time; the first is in ${file}:${line}${as}`
}
