import type { Finding } from '../finding.js'

/** A workspace host without scheme or path, and what was mended to get it. */
export interface RepairedHost {
  /** `https://` and the host, without a slash at the end; undefined when the text holds no host. */
  readonly host?: string
  readonly findings: readonly Finding[]
}

const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}(?::\d{1,5})?$/i
const LOCAL = /^(?:localhost|127\.0\.0\.1)(?::\d{1,5})?$/i

/**
 * Reads a workspace address as people paste it: `hhttps://`, no scheme, a slash at the end, or with the
 * path of a page. Each repair is a note.
 *
 * @example
 * repairHost('hhttps://dbc-1.cloud.databricks.com/?o=1').host // 'https://dbc-1.cloud.databricks.com'
 */
export function repairHost(value: string): RepairedHost {
  const trimmed = value.trim().slice(0, 2_000)
  const scheme = /^([a-z]{1,12}):\/{1,2}/i.exec(trimmed)
  const afterScheme = trimmed.slice(scheme?.[0].length ?? 0)
  const [host = ''] = afterScheme.split(/[/?#]/)
  const isLocal = LOCAL.test(host)
  if (!HOST.test(host) && !isLocal) {
    const message = 'this is not the address of a workspace'
    const hint = 'It looks like https://dbc-12345678-abcd.cloud.databricks.com'
    return { findings: [{ ruleId: 'LB006', level: 'error', message, hint }] }
  }
  const written = scheme?.[1]?.toLowerCase()
  const isHttps = written === 'https'
  // Plain http is for a server on this machine, as in tests.
  const origin = `${isLocal && written === 'http' ? 'http' : 'https'}://${host.toLowerCase()}`
  const repairs = [
    ...(written === undefined ? ['https:// was missing'] : []),
    ...(written !== undefined && !isHttps && !isLocal
      ? [`${written}:// was taken as https://`]
      : []),
    ...(afterScheme.length > host.length ? ['the path after the host was left out'] : []),
  ]
  return { host: origin, findings: repairs.map((repair) => note(origin, repair)) }
}

function note(origin: string, repair: string): Finding {
  return { ruleId: 'LB008', level: 'note', message: `host read as ${origin}: ${repair}` }
}
