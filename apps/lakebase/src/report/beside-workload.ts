import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { userPath } from '@lakebase/cli-kit'
import { queriesBeside } from '../queries/queries-beside.js'

/** What the user named, else what stands beside the workload under its usual name. */
export interface Beside {
  readonly queries?: string
  readonly schemas: readonly string[]
}

export function besideWorkload(
  {
    queries,
    schemas,
  }: { readonly queries: string | undefined; readonly schemas: readonly string[] },
  folder: string,
  cwd: string,
): Beside {
  const found = (name: string) =>
    existsSync(join(userPath(folder, cwd), name)) ? join(folder, name) : undefined
  const beside = queriesBeside(folder, cwd)
  const taken = queries ?? ('folder' in beside ? beside.folder : undefined)
  const ddl = found('tables.sql')
  return {
    ...(taken !== undefined && { queries: taken }),
    schemas: schemas.length > 0 || ddl === undefined ? schemas : [ddl],
  }
}
