import { dirname, join } from 'node:path'
import { GENERATOR, userPath } from '@lakebase/cli-kit'
import { sparkCompatSql } from '@lakebase/sql-convert'
import type { ConvertOptions } from '../commands/convert-options.js'
import type { PlannedFile } from './plan-writes.js'
import { readIfThere } from './read-if-there.js'

const NAME = 'spark_compat.sql'

/** Where the functions go: beside what is converted; nowhere when that is stdout. */
export function compatPath({ targetDir, output }: ConvertOptions): string | undefined {
  if (targetDir !== undefined) return join(targetDir, NAME)
  return output === undefined || output === '-' ? undefined : join(dirname(output), NAME)
}

/**
 * The file that creates these functions. Beside a single file it keeps those that are there already,
 * because other files of that folder may call them.
 */
export function compatFile(
  path: string,
  functions: readonly string[],
  { targetDir }: ConvertOptions,
  { cwd, version }: { readonly cwd: string; readonly version: string },
): PlannedFile | undefined {
  if (functions.length === 0) return undefined
  const there = targetDir === undefined ? functionsIn(userPath(path, cwd)) : []
  const sql = sparkCompatSql([...new Set([...there, ...functions])])
  const head = [
    `-- Functions of Databricks SQL that PostgreSQL lacks, written by ${GENERATOR} ${version}.`,
    '-- Run it once, with the right to create a schema, before the files beside it. It may run again.',
  ]
  return { path, text: `${head.join('\n')}\n\n${sql}` }
}

/** Of a file that is not ours there is nothing to keep: whether it may be replaced is asked elsewhere. */
function functionsIn(path: string): readonly string[] {
  const text = readIfThere(path)
  if (!text?.includes(GENERATOR)) return []
  return [...text.matchAll(/^CREATE OR REPLACE \w+ spark_compat\.(\w+)/gm)].map(
    ([, name = '']) => name,
  )
}
