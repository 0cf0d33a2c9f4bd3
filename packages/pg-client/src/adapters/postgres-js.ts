import postgres from 'postgres'
import type { TransactionOptions } from '../client/lakebase.js'
import type { Connection } from '../connection/connection.js'
import { LakebaseError } from '../lakebase-error.js'
import { plainBegin } from '../run/begin.js'
import { runTransaction } from '../run/run-transaction.js'
import { lostError } from '../run/statement-error.js'
import { runBegun } from '../run/transaction.js'
import { ARRAY_TYPES } from '../sql/array-types.js'
import type { Rows, Statement } from '../sql/query.js'
import { refusedInTransaction } from '../sql/refusal.js'
import type { OpenOwnPool, OwnPool } from './own-pool.js'
import { type Build, pendingQuery } from './pending-query.js'
import { runText } from './run-text.js'
import { Session } from './session.js'

type Run = <T extends Rows>(text: string, statement: Statement<T>) => Promise<postgres.RowList<T>>
type Begin = (first: unknown, second?: unknown) => Promise<unknown>

/**
 * The driver's own interface over connections that do not get lost: its fragments, helpers and types, our
 * waiting and retrying. Types that are set on its `options` count, as with the driver.
 */
export function openPostgresJs(open: OpenOwnPool, options: TransactionOptions = {}): postgres.Sql {
  // It builds queries and helpers, and never connects.
  const template = postgres({ types: ARRAY_TYPES, fetch_types: false, max: 1 })
  const { parsers, serializers } = template.options
  const own = open({ parsers, serializers })
  const run: Run = (text, statement) => runText(own, text, statement)
  const begin: Begin = (first, second) => {
    const work = second ?? first
    const how = typeof first === 'string' ? first.replace(/[^a-z ]/gi, ' ') : ''
    // Its connection may be in a read-only session.
    const mode = /\bread\s+(only|write)\b/i.test(how) ? how : `${how} read write`
    return own.calls.guard('tx', () => runBegin(own, template, `begin ${mode}`, work, options))
  }
  return facade(template, run, {
    begin,
    end: async () => own.context.pool.close(),
    close: async () => own.context.pool.close(),
    reserve: async () => {
      const session = new Session(own)
      return facade(template, (text, statement) => session.run(text, statement), {
        release: () => session.release(),
      })
    },
  })
}

/** The driver's function object, with other ways to run and these methods in place of its own. */
function facade(
  template: postgres.Sql,
  run: Run,
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

/** One transaction. Without `retry: 'safe'` its callback runs once. */
function runBegin(
  own: OwnPool,
  template: postgres.Sql,
  text: string,
  work: unknown,
  { retry = 'never' }: TransactionOptions,
): Promise<unknown> {
  if (typeof work !== 'function') throw new TypeError('begin(work): work is not a function')
  return runTransaction(
    own.context,
    async (connection, begun) => {
      let ended = false
      const handle = transactionFacade(own, template, connection, begun, () => ended)
      try {
        const result: unknown = await work(handle)
        return Array.isArray(result) ? await Promise.all(result) : result
      } finally {
        ended = true
      }
    },
    retry === 'safe',
    plainBegin(text),
  )
}

function transactionFacade(
  { context }: OwnPool,
  template: postgres.Sql,
  connection: Connection,
  begun: Promise<unknown>,
  hasEnded: () => boolean,
): postgres.Sql {
  let savepoints = 0
  const run: Run = async (text, statement) => {
    const refused = refusedInTransaction(text)
    if (refused) throw refused
    if (hasEnded() || connection.isLost()) throw lostError(undefined, 'no', 1)
    return runBegun(context, connection, begun, statement)
  }
  const command = (text: string) => run(text, (sql) => sql.unsafe(text))
  const savepoint: Begin = async (first, second) => {
    const work = second ?? first
    if (typeof work !== 'function') throw new TypeError('savepoint(work): work is not a function')
    const name = `s${savepoints++}`
    await command(`savepoint ${name}`)
    try {
      return await work(handle)
    } catch (error) {
      await command(`rollback to ${name}`)
      throw error
    }
  }
  const handle = facade(template, run, { savepoint })
  return handle
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
