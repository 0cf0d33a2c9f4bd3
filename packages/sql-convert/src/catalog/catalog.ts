import type { OutputColumn } from '../lower/scope.js'
import { fold } from '../postgres/identifier.js'
import type { SparkType } from '../type/spark-type.js'

/** What is known of tables, views and functions: from a schema, and from the statements before. */
export interface Catalog {
  /** The columns of a table; undefined when it or they are not known. */
  readonly table: (name: readonly string[]) => readonly OutputColumn[] | undefined
  readonly function: (name: string) => KnownFunction | undefined
  readonly setTable: (name: readonly string[], columns: readonly OutputColumn[] | undefined) => void
  readonly setFunction: (name: readonly string[], known: KnownFunction) => void
  readonly drop: (name: readonly string[]) => void
  /** Settings of the script that change what its statements mean. */
  readonly settings: Set<string>
}

interface KnownFunction {
  readonly type: SparkType
  /** Columns of a function that returns a table. */
  readonly columns?: readonly OutputColumn[]
}

export function createCatalog(): Catalog {
  const tables = new Map<string, readonly OutputColumn[] | undefined>()
  const functions = new Map<string, KnownFunction>()
  return {
    settings: new Set(),
    table: (name) => {
      for (let skipped = 0; skipped < name.length; skipped++) {
        const found = tables.get(key(name.slice(skipped)))
        if (found) return found
      }
      return undefined
    },
    function: (name) =>
      functions.get(fold(name)) ?? functions.get(fold(name.split('.').at(-1) ?? '')),
    setTable: (name, columns) => {
      tables.set(key(name), columns)
      tables.set(key(name.slice(-1)), columns)
    },
    setFunction: (name, known) => {
      functions.set(key(name), known)
    },
    drop: (name) => {
      tables.delete(key(name))
      tables.delete(key(name.slice(-1)))
    },
  }
}

function key(name: readonly string[]): string {
  return name.map(fold).join('.')
}
