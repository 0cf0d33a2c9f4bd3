import type { AdviceFinding } from '../advice.js'
import type { Server } from '../catalog/catalog.js'
import type { RunSql } from '../run-sql.js'
import type { SettledOptions } from '../session/settled-options.js'

export async function inspectDatabase(
  _runSql: RunSql,
  _server: Server,
  _limits: SettledOptions,
): Promise<readonly AdviceFinding[]> {
  return []
}
