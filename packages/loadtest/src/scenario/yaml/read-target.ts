import { redact, type YamlPath } from '@lakebase/config'
import type { Target, TargetTls } from '../../target.js'
import { warning } from '../findings.js'
import type { ScenarioTarget } from '../scenario-target.js'
import { withEnvironment } from './environment.js'
import type { TargetFile } from './target-schema.js'
import { reportAt, type YamlFile } from './yaml-file.js'

const DEFAULT_PORT = 5432
const PARTS = ['host', 'port', 'user', 'password'] as const

/** The target with the environment's values; undefined where something is missing, which is told. */
export function readTarget(
  written: TargetFile,
  path: YamlPath,
  file: YamlFile,
): ScenarioTarget | undefined {
  const ways = (['url', 'lakebase', 'host'] as const).filter((key) => written[key] !== undefined)
  const [way, second] = ways
  if (!way) {
    reportAt(file, path, 'LT010', 'the target needs url, host or lakebase')
    return undefined
  }
  if (second) {
    reportAt(file, [...path, second], 'LT010', `${way} and ${second}: there is one target`)
    return undefined
  }
  const values = expanded(written, path, file)
  if (!values) return undefined
  if (way === 'lakebase') return readLakebase(values, path, file)
  const target = way === 'url' ? fromUrl(values, path, file) : fromParts(values, path, file)
  return target && { kind: 'postgres', target }
}

/** Every text of the section with its references replaced. */
function expanded(written: TargetFile, path: YamlPath, file: YamlFile): TargetFile | undefined {
  const entries = Object.entries(written).map(([key, value]) => {
    const text = typeof value === 'string' ? withEnvironment(value, [...path, key], file) : value
    return [key, text] as const
  })
  if (entries.some(([, value]) => value === undefined)) return undefined
  return { ...written, ...Object.fromEntries(entries) }
}

function readLakebase(
  { lakebase: endpoint = '', database, user, ...others }: TargetFile,
  path: YamlPath,
  file: YamlFile,
): ScenarioTarget | undefined {
  const useless = (['port', 'password', 'sslmode', 'ca', 'search_path'] as const).filter(
    (key) => others[key] !== undefined,
  )
  for (const key of useless) {
    reportAt(file, [...path, key], 'LT010', `${key} does nothing beside lakebase, which knows it`)
  }
  return {
    kind: 'lakebase',
    endpoint,
    ...(database === undefined ? {} : { database }),
    ...(user === undefined ? {} : { user }),
  }
}

function fromUrl(values: TargetFile, path: YamlPath, file: YamlFile): Target | undefined {
  for (const key of PARTS) {
    if (values[key] === undefined) continue
    reportAt(file, [...path, key], 'LT010', `${key} does nothing beside url, which says it`)
  }
  const url = URL.canParse(values.url ?? '') ? new URL(values.url ?? '') : undefined
  if (!url || !/^postgres(?:ql)?:$/.test(url.protocol) || url.hostname === '') {
    const expected = 'postgres://user@host:5432/database'
    reportAt(file, [...path, 'url'], 'LT010', 'the target is no Postgres URL', { expected })
    return undefined
  }
  reportParameters(url, path, file)
  const password = decodeURIComponent(url.password)
  const sslmode = values.sslmode ?? url.searchParams.get('sslmode') ?? undefined
  return assembled(
    {
      ...values,
      host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
      port: url.port === '' ? DEFAULT_PORT : Number(url.port),
      user: decodeURIComponent(url.username),
      database: values.database ?? decodeURIComponent(url.pathname.slice(1)),
      ...(password === '' ? {} : { password }),
    },
    sslmode,
    path,
    file,
  )
}

/** Of what libpq takes behind the question mark, `sslmode` alone acts. */
function reportParameters(url: URL, path: YamlPath, file: YamlFile): void {
  for (const name of url.searchParams.keys()) {
    if (name === 'sslmode') continue
    const message = `${redact(name)} in the URL does nothing here`
    file.report(warning('LT016', message, file.source.locate([...path, 'url'])))
  }
}

function fromParts(values: TargetFile, path: YamlPath, file: YamlFile): Target | undefined {
  return assembled(values, values.sslmode, path, file)
}

function assembled(
  values: TargetFile,
  sslmode: string | undefined,
  path: YamlPath,
  file: YamlFile,
): Target | undefined {
  const { host = '', password, search_path: searchPath } = values
  const user = values.user ?? ''
  const port = Number(values.port ?? DEFAULT_PORT)
  if (user === '') reportAt(file, path, 'LT010', 'the target has no user')
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    reportAt(file, [...path, 'port'], 'LT010', `${values.port} is no port`)
  }
  const tls = readTls(values, host, sslmode, path, file)
  if (user === '' || !Number.isInteger(port) || tls === undefined) return undefined
  return {
    host,
    port,
    database: values.database || user,
    user,
    ...(password === undefined ? {} : { password: () => password }),
    tls,
    ...(searchPath === undefined ? {} : { settings: { search_path: searchPath } }),
  }
}

/** Encrypted and checked, unless the server is on this machine or the file says otherwise. */
function readTls(
  { ca: caFile }: TargetFile,
  host: string,
  sslmode: string | undefined,
  path: YamlPath,
  file: YamlFile,
): false | TargetTls | undefined {
  const isHere = /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host)
  const mode = sslmode ?? (isHere ? 'disable' : 'verify-full')
  if (mode === 'disable') return false
  if (mode !== 'require' && mode !== 'verify-full') {
    reportAt(file, [...path, 'sslmode'], 'LT010', `sslmode ${mode} is not supported`, {
      expected: 'disable, require, verify-full',
    })
    return undefined
  }
  if (caFile === undefined) return { mode }
  const ca = file.readText(caFile)
  if (ca !== undefined) return { mode, ca }
  reportAt(file, [...path, 'ca'], 'LT002', `there is no file ${caFile}`)
  return undefined
}
