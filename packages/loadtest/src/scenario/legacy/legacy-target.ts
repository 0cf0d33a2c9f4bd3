import type { ScenarioTarget } from '../scenario-target.js'
import { readTarget } from '../yaml/read-target.js'
import { reportAt, type YamlFile } from '../yaml/yaml-file.js'
import type { LegacyConnection } from './legacy-schema.js'

const PATH = ['postgres_connection'] as const
/** Names of the old file for those of `target`. */
const NAMES: Readonly<Record<string, string>> = {
  user: 'username',
  sslmode: 'ssl_mode',
  ca: 'ssl_ca_path',
}

/** The connection of the old file, as the target of a new one. */
export function legacyTarget(
  written: LegacyConnection,
  file: YamlFile,
): ScenarioTarget | undefined {
  const { host, port, database, username, password, ssl_mode: mode, ssl_ca_path: ca } = written
  for (const key of ['ssl_cert_path', 'ssl_key_path'] as const) {
    if (!written[key]) continue
    reportAt(file, [...PATH, key], 'LT010', `${key}: signing in by a certificate is not supported`)
  }
  const target = {
    host,
    database,
    user: username,
    ...(port === undefined ? {} : { port }),
    ...(password === undefined ? {} : { password }),
    ...(ca ? { ca } : {}),
  }
  const sslmode = mode === undefined ? undefined : knownMode(mode, file)
  const source = {
    ...file.source,
    locate: (path: Parameters<typeof file.source.locate>[0], part?: 'key' | 'value') =>
      file.source.locate(
        path.map((key) => NAMES[key] ?? key),
        part,
      ),
  }
  return readTarget({ ...target, ...(sslmode ? { sslmode } : {}) }, PATH, { ...file, source })
}

function knownMode(
  mode: string,
  file: YamlFile,
): 'disable' | 'require' | 'verify-full' | undefined {
  if (mode === 'disable' || mode === 'require' || mode === 'verify-full') return mode
  const expected = 'disable, require, verify-full'
  reportAt(file, [...PATH, 'ssl_mode'], 'LT010', `ssl_mode ${mode} is not supported`, { expected })
  return undefined
}
