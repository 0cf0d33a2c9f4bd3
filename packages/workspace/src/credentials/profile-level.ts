import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Secret } from '../secrets/secret.js'
import { WorkspaceError } from '../workspace-error.js'
import { checkedSecret } from './checked-secret.js'
import { type Profiles, readConfigFile } from './read-config-file.js'
import type { Level, SecretName, SettingName, Sourced } from './setting.js'

const KEYS: Readonly<Partial<Record<SettingName | SecretName, string>>> = {
  authType: 'auth_type',
  clientId: 'client_id',
  clientSecret: 'client_secret',
  host: 'host',
  token: 'token',
  warehouseId: 'warehouse_id',
}

/** The profiles of one `.databrickscfg`. */
export interface ConfigFile {
  /** As shown: `~/.databrickscfg`. */
  readonly shown: string
  readonly profiles: Profiles
  readonly notes: readonly string[]
}

/** Reads the file named, or the one in the home directory, which may be missing. */
export function openConfigFile(named: Sourced<string> | undefined, home: string): ConfigFile {
  const path = named?.value.replace(/^~(?=[/\\])/, home) ?? join(home, '.databrickscfg')
  const shown = named?.value ?? '~/.databrickscfg'
  try {
    const isOpen = process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0
    return {
      shown,
      profiles: readConfigFile(readFileSync(path, 'utf8')),
      notes: isOpen ? [`${shown} can be read by others on this machine: chmod 600`] : [],
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
    if (code === 'ENOENT' && !named) return { shown, profiles: new Map(), notes: [] }
    throw new WorkspaceError(
      'CONFIG',
      `${named?.source ?? shown}: cannot read ${shown} (${code})`,
      {
        hint: 'Name a file that exists, or run: databricks configure',
      },
    )
  }
}

/** The settings of one profile; undefined when the file has none of that name or nothing in it. */
export function profileLevel(file: ConfigFile, name: string): Level | undefined {
  const values = file.profiles.get(name)
  if (!values || values.size === 0) return undefined
  const source = `profile "${name}" of ${file.shown}`
  function find(setting: SettingName | SecretName): Sourced<string> | undefined {
    const value = values?.get(KEYS[setting] ?? '')
    return value === undefined ? undefined : { value, source: `${KEYS[setting]} in ${source}` }
  }
  return {
    name: source,
    setting: find,
    secret(setting) {
      const found = find(setting)
      return found && { ...found, value: checkedSecret(new Secret(found.value), found.source) }
    },
  }
}
