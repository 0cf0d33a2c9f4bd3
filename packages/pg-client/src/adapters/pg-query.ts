import type { TypeParsers } from './pg-result.js'

export interface PgQuery {
  readonly text: string
  readonly values?: readonly unknown[]
  readonly rowMode?: string
  readonly types?: TypeParsers
}

export interface PgField {
  readonly name: string
  readonly dataTypeID: number
}

export interface PgResult {
  readonly command: string
  readonly rowCount: number | null
  readonly oid: number
  readonly fields: readonly PgField[]
  /** Objects, or lists with `rowMode: 'array'`. */
  // biome-ignore lint/suspicious/noExplicitAny: as pg has it; the tools that take a pool depend on it.
  readonly rows: any[]
}

type Done = (error?: unknown, result?: PgResult) => void

/** `query(text, values, done)`, `query(config, done)` and what is between. */
export type PgQueryArguments = readonly [
  query: PgQuery | string,
  valuesOrDone?: Done | readonly unknown[],
  done?: Done,
]

export function readQuery([query, second, third]: PgQueryArguments): {
  readonly asked: PgQuery
  readonly done: Done | undefined
} {
  const config = typeof query === 'string' ? { text: query } : query
  const done = typeof second === 'function' ? second : third
  const values = typeof second === 'function' ? undefined : second
  return { asked: values === undefined ? config : { ...config, values }, done }
}
