/** A running server. */
export interface LocalPostgres {
  /** Of the database `postgres`. */
  readonly url: string
  readonly host: string
  readonly port: number
  /** The superuser. */
  readonly user: string
  /** With `auth: 'scram'`. */
  readonly password?: string
  /** Of the server's first process, the one that starts the others. */
  readonly pid: number
  /** Data, log (`server.log`) and socket; removed by `stop`. */
  readonly folder: string
  /** Makes a database, with a name of its own unless told, and returns its URL. */
  createDatabase(name?: string): Promise<string>
  /** Drops the database of a URL from `createDatabase`, and ends the connections to it. */
  dropDatabase(url: string): Promise<void>
  /** A fast shutdown, and the same server again: same port, same data, another `pid`. */
  restart(): Promise<void>
  /** Ends the server, waits for it and removes all of its files. May be called again. */
  stop(): Promise<void>
}
