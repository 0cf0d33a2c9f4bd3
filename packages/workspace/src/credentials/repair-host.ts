import { WorkspaceError } from '../workspace-error.js'

/** A workspace address made usable, and what was mended for it. */
export interface RepairedHost {
  /** `https://` and the host, lower case, without a slash at the end. */
  readonly host: string
  /** What was mended: `https:// was missing`. */
  readonly repairs: readonly string[]
}

const NAME = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}(?::\d{1,5})?$/i
const LOCAL = /^(?:localhost|127\.0\.0\.1)(?::\d{1,5})?$/i

/** Reads an address as people paste it: `hhttps://`, without a scheme, with a slash or the path of a page. */
export function repairHost(written: string, source: string): RepairedHost {
  const trimmed = written.trim()
  const scheme = /^([a-z]{1,12}):\/{1,2}/i.exec(trimmed)
  const afterScheme = trimmed.slice(scheme?.[0].length ?? 0)
  const [name = ''] = afterScheme.split(/[/?#]/)
  if (trimmed.length > 2_000 || !(NAME.test(name) || LOCAL.test(name))) {
    throw new WorkspaceError('CONFIG', `${source} is not the address of a workspace`, {
      hint: 'It looks like https://dbc-12345678-abcd.cloud.databricks.com',
    })
  }
  const writtenScheme = scheme?.[1]?.toLowerCase()
  const repairs = [
    ...(writtenScheme === undefined ? ['https:// was missing'] : []),
    ...(writtenScheme !== undefined && writtenScheme !== 'https'
      ? [`${writtenScheme}:// was taken as https://`]
      : []),
    ...(afterScheme.slice(name.length).replace(/^\/$/, '') === ''
      ? []
      : ['the path after the host was left out']),
  ]
  return { host: `https://${name.toLowerCase()}`, repairs }
}

/**
 * Whether only Databricks can answer at this address, or only this machine.
 * Source: docs.databricks.com/resources/supported-regions and /resources/ip-domain-region, 2026-11.
 */
export function isDatabricksHost(host: string): boolean {
  const { hostname } = new URL(host)
  return (
    hostname === 'localhost' ||
    hostname === '127.0.0.1' ||
    /\.(?:databricks\.(?:com|us|mil)|azuredatabricks\.net|databricks\.azure\.(?:cn|us))$/.test(
      hostname,
    )
  )
}
