/**
 * - `UNSUPPORTED_PLATFORM` no binaries exist for this machine
 * - `PACKAGE_MISSING` they exist, but the install left the optional dependency out
 * - `FOLDER_NOT_OURS` the cache folder belongs to, or can be written by, someone else
 * - `FOLDER_CLOSED` root's server user may not enter a folder that it needs
 * - `NO_SERVER_USER` root, and no other user to run the server as
 * - `NO_LOOPBACK` the address 127.0.0.1 cannot be used, as in a container without one
 * - `SETTING_TAKEN` a setting that this package sets itself
 * - `INITDB_FAILED`, `START_FAILED` PostgreSQL refused; its words are in the message
 */
export type LocalPostgresErrorCode =
  | 'UNSUPPORTED_PLATFORM'
  | 'PACKAGE_MISSING'
  | 'FOLDER_NOT_OURS'
  | 'FOLDER_CLOSED'
  | 'NO_SERVER_USER'
  | 'NO_LOOPBACK'
  | 'SETTING_TAKEN'
  | 'INITDB_FAILED'
  | 'START_FAILED'

/** Why no server could be started, with the cure in the message. */
export class LocalPostgresError extends Error {
  override readonly name = 'LocalPostgresError'
  readonly code: LocalPostgresErrorCode

  constructor(code: LocalPostgresErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
