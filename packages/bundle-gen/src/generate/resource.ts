import { type Block, block, type Entry, entry } from '../yaml/block.js'
import { MARKER } from './marker.js'

/** A resource under its key; its first entry carries the marker. */
export function resource(
  key: string,
  entries: readonly (Entry | false | undefined)[],
  notes: { readonly above?: string; readonly apart?: boolean } = {},
): Entry {
  const [first, ...rest] = block(...entries).lines
  if (first === undefined) return entry(key, block(), notes)
  return entry(key, block({ ...first, beside: MARKER }, ...rest), notes)
}

/** `${resources.postgres_projects.project.id}`: the order of a deployment follows from such references. */
export function ref(type: string, key: string, field: string): string {
  return `\${resources.${type}.${key}.${field}}`
}

/** `${var.project_id}` */
export function variable(name: string): string {
  return `\${var.${name}}`
}

/** A file of resources, by type. */
export function resourcesBlock(types: readonly (Entry | false | undefined)[]): Block {
  return block(entry('resources', block(...types)))
}

/** `604800s`, as the API writes durations. */
export function duration(seconds: number): string {
  return `${seconds}s`
}
