import type { Clock } from './clock.js'
import type { AuthType } from './credentials/access.js'
import type { Environment } from './credentials/process-environment.js'
import type { GetToken } from './credentials/setting.js'
import type { Limits } from './http/limits.js'
import type { Revealable } from './secrets/secret.js'
import type { ConnectDriver } from './sql/driver/sql-driver.js'

/**
 * Each setting is taken from the strongest place that has it: these options, then `env`, then `dotEnv`,
 * then a profile of `~/.databrickscfg`, then the Databricks command line.
 */
export interface WorkspaceOptions {
  /** Address of the workspace. A missing `https://`, a typo in it or a path are mended. */
  readonly host?: string
  /** A personal access token, or any bearer token that is good for as long as the workspace is used. */
  readonly token?: string | Revealable
  /** Of a service principal, with `clientSecret`. */
  readonly clientId?: string
  readonly clientSecret?: string | Revealable
  /** A token of your own making. Calls at the same moment share one call of it. */
  readonly getToken?: GetToken
  /** A profile of `~/.databrickscfg`. */
  readonly profile?: string
  /** Chooses when several methods are configured. */
  readonly authType?: AuthType
  /** The SQL warehouse: its id, or `httpPath` with `/sql/1.0/warehouses/<id>`. */
  readonly warehouseId?: string
  readonly httpPath?: string
  /** The model endpoint that {@link Workspace.chat} calls. */
  readonly model?: string

  /** Default: the process's. `{}` keeps ambient credentials out. */
  readonly env?: Environment
  /** The variables of a `.env` file, as `parseDotEnv` of `@lakebase/config` gives them. Default: none. */
  readonly dotEnv?: ReadonlyMap<string, string | Revealable>
  /** Where `.databrickscfg` is. Default: the user's home directory. */
  readonly home?: string

  /** PEM certificates of private authorities, trusted beside the usual ones. */
  readonly ca?: string
  /** Patience and size. Each has a default. */
  readonly limits?: Partial<Limits>
  /** For tests. */
  readonly clock?: Clock
  /** Opens the `databricks-sql` driver. Default: the package `@databricks/sql`, loaded on first use. */
  readonly connectDriver?: ConnectDriver
}
