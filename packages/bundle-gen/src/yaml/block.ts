/** A piece of a file before it is YAML: keys in order, with what is said beside them. */
export interface Block {
  readonly lines: readonly Entry[]
}

export type Value = string | number | boolean | readonly string[] | Block | readonly Block[]

export interface Entry {
  readonly key: string
  readonly value: Value
  /** Comment on the lines above. */
  readonly above?: string
  /** Comment at the end of the line; of texts, numbers and truth values only. */
  readonly beside?: string
  /** An empty line above, which every resource has. */
  readonly apart?: boolean
}

export function entry(key: string, value: Value, notes: Omit<Entry, 'key' | 'value'> = {}): Entry {
  return { key, value, ...notes }
}

/** Entries that are there or not: `block(entry(…), wanted && entry(…))`. */
export function block(...entries: readonly (Entry | false | undefined)[]): Block {
  return { lines: entries.filter((one) => one !== false && one !== undefined) }
}
