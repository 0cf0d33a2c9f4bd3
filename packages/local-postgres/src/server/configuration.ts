import { LocalPostgresError } from '../local-postgres-error.js'

type Settings = Readonly<Record<string, string | number | boolean>>

export interface ServerOptions {
  /** Parameters of postgresql.conf: `{ shared_buffers: '256MB' }`. */
  readonly settings?: Settings
  /** How clients over TCP prove who they are; default `trust`. */
  readonly auth?: 'trust' | 'scram'
  /** PEM texts. With them the server speaks TLS and refuses plain connections over TCP. */
  readonly tls?: { readonly certificate: string; readonly key: string }
}

/** The data lives for minutes: a crash of the machine may lose it. */
const DEFAULTS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** Names of PostgreSQL parameters mean the same in upper case. */
const TAKEN =
  /^(port|listen_addresses|unix_socket_directories|data_directory|hba_file|ssl|ssl_cert_file|ssl_key_file)$/i

/** @throws LocalPostgresError SETTING_TAKEN */
export function settingArguments({ settings = {}, tls }: ServerOptions): readonly string[] {
  const taken = Object.keys(settings).find((name) => TAKEN.test(name))
  if (taken !== undefined) {
    throw new LocalPostgresError(
      'SETTING_TAKEN',
      `settings.${taken}: this package sets it itself. For TLS give the certificate in tls.`,
    )
  }
  return toArguments({ ...DEFAULTS, ...settings, ...(tls && { ssl: 'on' }) })
}

/** `-c name=value` for each. */
export function toArguments(settings: Settings): readonly string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/**
 * pg_hba.conf. The socket lies in a folder that only the server's user (and root) may enter, so it
 * asks nothing: it is how databases are made and the password is set.
 */
export function accessRules({ auth, tls }: ServerOptions): string {
  const kind = tls ? 'hostssl' : 'host'
  const method = auth === 'scram' ? 'scram-sha-256' : 'trust'
  return `local all all trust\n${kind} all all 127.0.0.1/32 ${method}\n`
}
