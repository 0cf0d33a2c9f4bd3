import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Io, userPath } from '@lakebase/cli-kit'
import { lintFolder } from 'cli-bundle/parts'
import type { Checked } from './checked.js'

/** The bundle that is there, whoever wrote it. */
export function checkBundle(
  asked: string | undefined,
  workloadFolder: string,
  io: Pick<Io, 'cwd'>,
): Checked {
  const found = existsSync(join(userPath(workloadFolder, io.cwd), 'databricks.yml'))
  const folder = asked ?? (found ? workloadFolder : undefined)
  if (folder === undefined) {
    const why = 'no databricks.yml beside the workload; name a folder with --bundle'
    return { part: { part: 'bundle', status: 'skipped', why }, findings: [] }
  }
  const how = asked === undefined ? { why: 'found beside the workload' } : {}
  return {
    part: { part: 'bundle', source: folder, status: 'checked', ...how },
    findings: lintFolder(folder, {}, io.cwd).map((finding) => ({ ...finding, part: 'bundle' })),
  }
}
