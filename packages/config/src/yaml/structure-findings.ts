import type { Finding } from '../finding.js'
import { redact } from '../secrets/redact.js'
import type { YamlPath } from '../workload.js'
import { isRecord } from './is-record.js'
import { nearest } from './nearest.js'
import { entriesOf, innerSchema, keysBySection, schemaFor } from './schema-shape.js'
import type { YamlSource } from './yaml-source.js'

/**
 * What valibot does not tell: LB003 for every key that a strict map does not know (it stops at the first
 * of a map), and LB005 for a list in place of a map (which it takes for a map of numbered keys).
 */
export function structureFindings(
  schema: unknown,
  data: unknown,
  source: YamlSource,
): readonly Finding[] {
  const slips = collect(schema, data, [])
  if (slips.length === 0) return []
  const sections = keysBySection(schema)
  return slips.map(({ path, key, known }) => {
    if (key === undefined) return listForMap(path, source)
    const place = source.locate([...path, key], 'key')
    const message = redact(`unknown key "${key}"`)
    return { ruleId: 'LB003', level: 'error', message, ...advice(key, known, sections), ...place }
  })
}

interface Slip {
  readonly path: YamlPath
  /** The key that is unknown; undefined for a list. */
  readonly key?: string
  readonly known: readonly string[]
}

function collect(schema: unknown, data: unknown, path: YamlPath): readonly Slip[] {
  const inner = innerSchema(schemaFor(schema, data))
  const entries = entriesOf(inner)
  if (Array.isArray(data)) {
    if (entries) return [{ path, known: [] }]
    return data.flatMap((item, index) => collect(inner?.item, item, [...path, index]))
  }
  if (!isRecord(data)) return []
  if (inner?.type === 'record') {
    return Object.keys(data).flatMap((key) => collect(inner.value, data[key], [...path, key]))
  }
  if (!entries) return []
  const known = Object.keys(entries)
  return Object.keys(data).flatMap((key) => {
    if (Object.hasOwn(entries, key)) return collect(entries[key], data[key], [...path, key])
    return inner?.type === 'strict_object' ? { path, key, known } : []
  })
}

function listForMap(path: YamlPath, source: YamlSource): Finding {
  const expected = 'a map of keys'
  const label = path.length === 0 ? 'the file' : String(path.at(-1))
  const message = `${label}: expected ${expected}, got a list`
  const hint = 'Write key: value, without a - before the key.'
  return { ruleId: 'LB005', level: 'error', message, expected, hint, ...source.locate(path) }
}

function advice(
  key: string,
  known: readonly string[],
  sections: ReadonlyMap<string, string>,
): Pick<Finding, 'suggestion' | 'hint' | 'expected'> {
  const here = nearest(key, known)
  const section = sections.get(key)
  if (section !== undefined) {
    const where = section === '' ? 'at the top of the file' : `under ${section}`
    return { hint: `"${key}" belongs ${where}.` }
  }
  if (here !== undefined) return { suggestion: here }
  const elsewhere = nearest(key, [...sections.keys()])
  const above = elsewhere === undefined ? undefined : sections.get(elsewhere)
  if (elsewhere !== undefined && above !== undefined) {
    const where = above === '' ? 'at the top of the file' : `under ${above}`
    return { suggestion: elsewhere, hint: `"${elsewhere}" belongs ${where}.` }
  }
  return { expected: known.join(', ') }
}
