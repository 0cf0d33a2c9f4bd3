import { isRecord } from './is-record.js'

/** The schema that describes the value itself: without optional, nullable and the actions of a pipe. */
export function innerSchema(schema: unknown): Readonly<Record<string, unknown>> | undefined {
  if (!isRecord(schema)) return undefined
  if ('wrapped' in schema) return innerSchema(schema.wrapped)
  if (Array.isArray(schema.pipe) && schema.pipe[0] !== schema) {
    const [first] = schema.pipe
    return isRecord(first) && 'pipe' in first ? innerSchema(first) : withoutPipe(first)
  }
  return schema
}

function withoutPipe(schema: unknown): Readonly<Record<string, unknown>> | undefined {
  return isRecord(schema) && 'wrapped' in schema ? innerSchema(schema.wrapped) : asRecord(schema)
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return isRecord(value) ? value : undefined
}

/** Schemas of a map's keys, when the schema is one of a map. */
export function entriesOf(schema: unknown): Readonly<Record<string, unknown>> | undefined {
  return asRecord(innerSchema(schema)?.entries)
}

/** Among alternatives the one for a list or map like the value, or for its discriminator; else the schema. */
export function schemaFor(schema: unknown, value: unknown): unknown {
  const inner = innerSchema(schema)
  if (!Array.isArray(inner?.options)) return inner
  if (inner.type === 'variant')
    return inner.options.find((option) => fits(option, inner.key, value))
  if (inner.type !== 'union') return inner
  const wanted = Array.isArray(value) ? 'item' : 'entries'
  return inner.options.map(innerSchema).find((option) => option && wanted in option)
}

/** Whether the value has the discriminator of that alternative of a variant. */
function fits(option: unknown, key: unknown, value: unknown): boolean {
  if (typeof key !== 'string' || !isRecord(value)) return false
  const wanted = innerSchema(entriesOf(option)?.[key])
  const words = Array.isArray(wanted?.options) ? wanted.options : [wanted?.literal]
  return words.includes(value[key])
}

interface Section {
  readonly schema: unknown
  /** The keys above, joined by dots; empty at the top. */
  readonly name: string
}

/** Every key of the schema with the keys above it: `reads_per_second` under `database_instance`. */
export function keysBySection(schema: unknown): ReadonlyMap<string, string> {
  const sections = new Map<string, string>()
  const queue: Section[] = [{ schema, name: '' }]
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { name } = next
    const entries = Object.entries(entriesOf(next.schema) ?? {})
    // The key nearest to the top wins: `name` is the workload's before it is a table's.
    for (const [key] of entries) if (!sections.has(key)) sections.set(key, name)
    const below = entries.map(([key, part]) => ({
      schema: part,
      name: name ? `${name}.${key}` : key,
    }))
    const beside = alternatives(next.schema).map((part) => ({ schema: part, name }))
    queue.push(...beside, ...below)
  }
  return sections
}

/** The schemas of a list's items, of a record's values and of a union's options. */
function alternatives(schema: unknown): readonly unknown[] {
  const inner = innerSchema(schema)
  const options = Array.isArray(inner?.options) ? inner.options : []
  const value = inner?.type === 'record' ? inner.value : undefined
  return [inner?.item, value, ...options].filter(isRecord)
}
