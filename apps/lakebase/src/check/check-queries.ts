import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { argvReader, type Io, userPath } from '@lakebase/cli-kit'
import { convertOptions, makeConversion } from 'cli-convert/parts'
import { queriesBeside } from '../queries/queries-beside.js'
import type { CheckOptions } from './check-options.js'
import type { Checked } from './checked.js'

/** The queries, converted and checked by grammar and census; no model is asked and nothing is written. */
export async function checkQueries(
  { queries, schemas }: Pick<CheckOptions, 'queries' | 'schemas'>,
  workloadFolder: string,
  io: Io,
): Promise<Checked> {
  const isThere = (name: string) => existsSync(join(userPath(workloadFolder, io.cwd), name))
  const found = queries === undefined ? queriesBeside(workloadFolder, io.cwd) : { folder: queries }
  if ('why' in found) {
    return { part: { part: 'queries', status: 'skipped', why: found.why }, findings: [] }
  }
  const { folder } = found
  const beside = isThere('tables.sql') ? [join(workloadFolder, 'tables.sql')] : []
  const known = schemas.length > 0 ? schemas : beside
  const words = [
    ...['--source-dir', folder, '--check', '--llm', 'never', '--quiet'],
    ...known.flatMap((file) => ['--schema', file]),
  ]
  const { report } = await makeConversion(convertOptions(argvReader(words)), [], io)
  const how =
    known.length === 0 ? 'without the columns of the tables' : `columns of ${known.join(', ')}`
  return {
    part: { part: 'queries', source: folder, status: 'checked', why: how },
    findings: report.findings.map(({ offset: _, ...finding }) => ({ ...finding, part: 'queries' })),
  }
}
