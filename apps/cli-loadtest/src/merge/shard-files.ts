import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileError, isMissing, usageError, userPath } from '@lakebase/cli-kit'

/** The files that were named; of a folder those that shards have written. */
export function shardFiles(args: readonly string[], cwd: string): readonly string[] {
  if (args.length === 0) {
    throw usageError('nothing to merge', 'the .json files of the shards, or their folder')
  }
  return args.flatMap((name) => (isFolder(name, cwd) ? inFolder(name, cwd) : [name]))
}

/** As `job` names them; the merged report may lie beside them. */
const SHARD = /^shard-\d+\.json$/

function inFolder(folder: string, cwd: string): readonly string[] {
  const names = readdirSync(userPath(folder, cwd)).filter((name) => SHARD.test(name))
  const number = (name: string) => Number(/\d+/.exec(name)?.[0])
  if (names.length === 0) {
    throw fileError('MERGE', `${folder} has no shard-0.json, shard-1.json, …`)
  }
  return names.sort((a, b) => number(a) - number(b)).map((name) => join(folder, name))
}

function isFolder(name: string, cwd: string): boolean {
  try {
    return statSync(userPath(name, cwd)).isDirectory()
  } catch (error) {
    if (isMissing(error)) return false
    const why = error instanceof Error ? error.message : String(error)
    throw fileError('MERGE', `${name} cannot be read: ${why}`, undefined, error)
  }
}
