import type postgres from 'postgres'
import { LakebaseError } from '../lakebase-error.js'
import type { Rows, Statement } from '../sql/query.js'
import { type Build, pendingQuery } from './pending-query.js'

/** Runs a statement of the driver's making; `text` begins as it does. */
export type RunOnDriver = <T extends Rows>(
  text: string,
  statement: Statement<T>,
) => Promise<postgres.RowList<T>>

/** The driver's function object, with other ways to run and these methods in place of its own. */
export function driverFacade(
  template: postgres.Sql,
  run: RunOnDriver,
  methods: Readonly<Record<string, unknown>>,
): postgres.Sql {
  const unsafe = (...parameters: Parameters<postgres.Sql['unsafe']>) => {
    const build: Build<postgres.Row[]> = (sql) => sql.unsafe(...copied(parameters))
    return pendingQuery(template.unsafe<postgres.Row[]>(...parameters), build, (statement) =>
      run(parameters[0], statement),
    )
  }
  const own: Readonly<Record<string, unknown>> = { unsafe, ...methods }
  return new Proxy(template, {
    apply(target, _, parameters: unknown[]) {
      const [first] = parameters
      const made: unknown = Reflect.apply(target, undefined, parameters)
      if (!isTemplate(first) || !isPending(made)) return made
      const build: Build<postgres.Row[]> = (sql) => Reflect.apply(sql, undefined, parameters)
      return pendingQuery(made, build, (statement) => run(first[0] ?? '', statement))
    },
    get(target, name) {
      if (typeof name === 'string' && Object.hasOwn(own, name)) return own[name]
      if (typeof name === 'string' && UNSUPPORTED.has(name)) throw unsupported(name)
      return Reflect.get(target, name, target)
    },
  })
}

const UNSUPPORTED = new Set([
  ...['begin', 'reserve', 'savepoint', 'release', 'prepare', 'end', 'close'],
  ...['file', 'listen', 'notify', 'subscribe', 'largeObject'],
])

/** Serialising writes into the list of parameters. */
function copied([text, parameters = [], options]: Parameters<postgres.Sql['unsafe']>) {
  const list: Parameters<postgres.Sql['unsafe']> = [text, [...parameters], { ...options }]
  return list
}

function isTemplate(value: unknown): value is TemplateStringsArray {
  return Array.isArray(value) && 'raw' in value
}

function isPending(value: unknown): value is postgres.PendingQuery<postgres.Row[]> {
  return value instanceof Promise
}

function unsupported(name: string): LakebaseError {
  const message = `${name} is not there on this handle of postgresJs()`
  return new LakebaseError('CONFIG', message, { sent: 'no' })
}
