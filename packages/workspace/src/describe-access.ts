import type { Access, AuthType } from './credentials/access.js'
import type { Sourced } from './credentials/setting.js'

/** What a workspace was opened with, and where each part of it was found. */
export interface WorkspaceDescription {
  readonly host: Sourced<string>
  readonly auth: Sourced<AuthType>
  /** `host` and `auth` are always there; these when they are configured. */
  readonly warehouseId?: Sourced<string>
  readonly httpPath?: Sourced<string>
  readonly model?: Sourced<string>
  /** What was mended or looks unsafe: `DATABRICKS_HOST (.env) read as ...`. */
  readonly notes: readonly string[]
}

export function describeAccess({ method, ...access }: Access): WorkspaceDescription {
  return { ...access, auth: { value: method.type, source: method.source } }
}
