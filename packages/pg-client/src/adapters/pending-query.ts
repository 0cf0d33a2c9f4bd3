import type { ISql, PendingQuery, RowList } from 'postgres'
import type { Rows, Statement } from '../sql/query.js'

/** How to build the query on a connection: as the driver's own call builds it. */
export type Build<T extends Rows> = (sql: ISql) => PendingQuery<T>
type Run<T extends Rows> = (statement: Statement<T>) => Promise<RowList<T>>

/** What the driver's queries can be told before they run, and what starts them. */
const MODIFIERS = new Set<string | symbol>(['describe', 'raw', 'simple', 'values'])
const STARTS = new Set<string | symbol>(['catch', 'finally', 'then'])

/**
 * A query of the driver that runs elsewhere: `template` is never run, but is what it looks like, also to the
 * driver when it becomes part of another query.
 */
export function pendingQuery<T extends Rows>(
  template: PendingQuery<T>,
  build: Build<T>,
  run: Run<T>,
  modifiers: readonly (string | symbol)[] = [],
): PendingQuery<T> {
  let running: Promise<RowList<T>> | undefined
  const start = () => {
    running ??= run((sql) => modified(build(sql), modifiers))
    return running
  }
  const proxy: PendingQuery<T> = new Proxy(template, {
    get(target, name) {
      if (STARTS.has(name)) {
        const promise = start()
        return Reflect.get(promise, name).bind(promise)
      }
      if (name === 'execute') {
        return () => {
          start().catch(() => undefined)
          return proxy
        }
      }
      if (MODIFIERS.has(name)) {
        return () => pendingQuery(template, build, run, [...modifiers, name])
      }
      if (REFUSED.has(name)) throw new TypeError(`${String(name)}() is not there: use db.cursor`)
      return Reflect.get(target, name, target)
    },
  })
  return proxy
}

const REFUSED = new Set<string | symbol>(['cancel', 'cursor', 'forEach', 'readable', 'writable'])

function modified<T extends Rows>(
  query: PendingQuery<T>,
  modifiers: readonly (string | symbol)[],
): PendingQuery<T> {
  // Each gives the query itself.
  for (const name of modifiers) Reflect.get(query, name).call(query)
  return query
}
