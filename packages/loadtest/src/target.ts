/** The server under test. */
export interface Target {
  /** A name, an address, or the folder of a Unix socket, which begins with a slash, as for libpq. */
  readonly host: string
  readonly port: number
  readonly database: string
  readonly user: string
  /** Asked for at each new connection, so that a token may be renewed in the middle of a run. */
  readonly password?: () => string | Promise<string>
  /** `false`: plain text. */
  readonly tls: false | TargetTls
  readonly applicationName?: string
  /** Session settings sent at start-up, such as `search_path`. */
  readonly settings?: Readonly<Record<string, string>>
}

export interface TargetTls {
  /** `verify-full` checks chain and name; `require` only encrypts. */
  readonly mode: 'verify-full' | 'require'
  /** PEM, beside the system's authorities. */
  readonly ca?: string
  readonly serverName?: string
}
