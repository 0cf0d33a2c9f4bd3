import type { Secret } from '../secrets/secret.js'
import type { GetToken, Sourced } from './setting.js'

export const AUTH_TYPES = ['pat', 'oauth-m2m', 'databricks-cli', 'function'] as const
/** How requests get their token; the first three are Databricks' own names for it. */
export type AuthType = (typeof AUTH_TYPES)[number]

/** One way to get a token. */
export type Method =
  | { readonly type: 'pat'; readonly token: Secret; readonly source: string }
  | {
      readonly type: 'oauth-m2m'
      readonly clientId: string
      readonly clientSecret: Secret
      readonly source: string
    }
  | {
      readonly type: 'databricks-cli'
      /** How the command line is told which login: its profile, else the host. */
      readonly profile?: string
      /** The `.databrickscfg` that the profile is in, when one is named. */
      readonly configFile?: string
      readonly source: string
    }
  | { readonly type: 'function'; readonly getToken: GetToken; readonly source: string }

/** Which workspace, and how to sign in to it. */
export interface Access {
  readonly host: Sourced<string>
  readonly method: Method
  readonly warehouseId?: Sourced<string>
  readonly httpPath?: Sourced<string>
  readonly model?: Sourced<string>
  /** What was mended or looks unsafe. */
  readonly notes: readonly string[]
}
