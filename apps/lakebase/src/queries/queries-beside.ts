import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { userPath } from '@lakebase/cli-kit'

/** The folder of Databricks SQL beside a workload, or why there is none. */
export type QueriesBeside = { readonly folder: string } | { readonly why: string }

/**
 * `queries/` beside the workload. Where it has the layout of the 2025 accelerator, `source/` in it is the Databricks SQL;
 * `target/` has what load tests run, which is PostgreSQL already.
 */
export function queriesBeside(workloadFolder: string, cwd: string): QueriesBeside {
  const queries = join(workloadFolder, 'queries')
  const source = join(queries, 'source')
  const isThere = (path: string) => existsSync(userPath(path, cwd))
  if (!isThere(queries)) {
    return { why: 'no folder queries beside the workload; name one with --queries' }
  }
  if (isThere(source)) return { folder: source }
  if (!isThere(join(queries, 'target'))) return { folder: queries }
  const own = readdirSync(userPath(queries, cwd)).filter((name) => name !== 'target')
  return own.length > 0
    ? { folder: queries }
    : {
        why: `${join(queries, 'target')} has the statements of load tests, which are PostgreSQL already; name Databricks SQL with --queries`,
      }
}
