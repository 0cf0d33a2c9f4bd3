import type { Secret } from '../secrets/secret.js'

/** What can be set, from the options down to the profile. */
export type SettingName =
  | 'authType'
  | 'clientId'
  | 'configFile'
  | 'host'
  | 'httpPath'
  | 'model'
  | 'profile'
  | 'warehouseId'
export type SecretName = 'clientSecret' | 'token'

/** A value and where it comes from: `DATABRICKS_HOST (environment)`. */
export interface Sourced<Value> {
  readonly value: Value
  readonly source: string
}

/** One place that settings come from. The first level is the strongest. */
export interface Level {
  readonly name: string
  setting(name: SettingName): Sourced<string> | undefined
  secret(name: SecretName): Sourced<Secret> | undefined
  /** Token function, which only the options can hold. */
  readonly getToken?: GetToken
}

/** A token of the caller's own. Called when one is needed; with `expiresAt` it is kept until then. */
export type GetToken = (options: {
  readonly signal: AbortSignal
}) => Promise<string | { readonly token: string; readonly expiresAt: Date }>

/** The value of the strongest level that has one. */
export function strongest(
  levels: readonly Level[],
  name: SettingName,
): Sourced<string> | undefined {
  for (const level of levels) {
    const found = level.setting(name)
    if (found) return found
  }
  return undefined
}
