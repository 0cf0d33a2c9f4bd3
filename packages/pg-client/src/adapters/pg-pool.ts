import { EventEmitter } from 'node:events'
import postgres from 'postgres'
import { ARRAY_TYPES } from '../sql/array-types.js'
import type { Statement } from '../sql/query.js'
import type { OpenOwnPool } from './own-pool.js'
import { pgParameters } from './pg-parameters.js'
import { type PgQuery, type PgQueryArguments, type PgResult, readQuery } from './pg-query.js'
import { pgResult, type RawRows, type TypeParsers } from './pg-result.js'
import { runText } from './run-text.js'
import { Session } from './session.js'

export interface PgPoolOptions {
  /** How values are read; `types` of the package `pg` gives what it would. Default: as `db.sql` reads them. */
  readonly types?: TypeParsers
}

/** A client of `pg`, as far as the tools that want one use it. */
export interface PgClient extends EventEmitter {
  query(...query: PgQueryArguments): Promise<PgResult>
  release(error?: unknown): void
}

/** A `pg.Pool`, as far as the tools that want one use it: promises and callbacks. */
export interface PgPool extends EventEmitter {
  query(...query: PgQueryArguments): Promise<PgResult>
  connect(done?: ConnectDone): Promise<PgClient>
  end(done?: () => void): Promise<void>
  readonly totalCount: number
  readonly idleCount: number
  readonly waitingCount: number
}

type ConnectDone = (error: undefined, client: PgClient, release: (error?: unknown) => void) => void

type Run = (text: string, statement: Statement<RawRows>) => Promise<RawRows>

export function openPgPool(open: OpenOwnPool, options: PgPoolOptions = {}): PgPool {
  const { parsers } = postgres({ types: ARRAY_TYPES, fetch_types: false, max: 1 }).options
  // Parameters come as text already.
  const own = open({ parsers, serializers: {} })
  const query = (run: Run, words: PgQueryArguments): Promise<PgResult> => {
    const { asked, done } = readQuery(words)
    const result = ask(run, asked).then((rows) =>
      pgResult(rows, asked, asked.types ?? options.types ?? plainTypes(parsers)),
    )
    if (done)
      void result.then(
        (value) => done(undefined, value),
        (error: unknown) => done(error),
      )
    return result
  }
  const connect = async (done?: ConnectDone): Promise<PgClient> => {
    const session = new Session(own)
    const client: PgClient = Object.assign(new EventEmitter(), {
      query: (...words: PgQueryArguments) =>
        query((text, statement) => session.run(text, statement), words),
      release: (error?: unknown) => session.release(Boolean(error)),
    })
    done?.(undefined, client, client.release)
    return client
  }
  const { pool } = own.context
  return Object.defineProperties(
    Object.assign(new EventEmitter(), {
      query: (...words: PgQueryArguments) =>
        query((text, statement) => runText(own, text, statement), words),
      connect,
      end: async (done?: () => void) => {
        pool.close()
        done?.()
      },
      totalCount: 0,
      idleCount: 0,
      waitingCount: 0,
    }),
    {
      totalCount: { get: () => pool.stats().total },
      idleCount: { get: () => pool.stats().idle },
      waitingCount: { get: () => pool.stats().waiting },
    },
  )
}

function ask(run: Run, { text, values = [] }: PgQuery): Promise<RawRows> {
  const parameters = pgParameters(values)
  return run(text, (sql) => {
    // Named, so that a second run finds it prepared.
    const query = sql.unsafe<RawRows>(text, [...parameters], { prepare: parameters.length > 0 })
    void query.raw()
    return query
  })
}

function plainTypes(parsers: postgres.ParsedOptions['parsers']): TypeParsers {
  return { getTypeParser: (oid) => parsers[oid] ?? ((text: string) => text) }
}
