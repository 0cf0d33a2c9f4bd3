import type { SqlColumn, SqlParameter } from '../sql-rows.js'

/** What the driver is opened with. It takes its tokens from us and reports to nobody. */
export interface DriverOptions {
  readonly host: string
  readonly port: number
  /** `/sql/1.0/warehouses/<id>`, or that of a cluster. */
  readonly httpPath: string
  readonly ca: string | undefined
  readonly getToken: () => Promise<string>
  /** For its own tries, in milliseconds. */
  readonly retriesTimeoutMs: number
}

/** The part of a driver that is used here: one session, one statement at a time. */
export interface DriverSession {
  execute(
    statement: string,
    parameters: Readonly<Record<string, SqlParameter>>,
  ): Promise<DriverOperation>
  close(): Promise<void>
}

export interface DriverOperation {
  readonly id: string
  /** Settles when the statement has ended: all of its rows, each an object by column name. */
  fetch(): Promise<{ readonly columns: readonly SqlColumn[]; readonly rows: readonly object[] }>
  cancel(): Promise<void>
}

export type ConnectDriver = (options: DriverOptions) => Promise<DriverSession>
