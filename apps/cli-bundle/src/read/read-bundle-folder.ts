import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileError, isMissing, userPath } from '@lakebase/cli-kit'

/** Folders that hold no part of a bundle, and may hold very much. */
const SKIPPED = new Set(['node_modules', 'dist', 'build', 'target', '__pycache__'])
/** What a bundle includes, and the SQL that it runs. A larger file is data. */
const TAKEN = /\.(ya?ml|json|sql)$/
const MAX_BYTES = 20_000_000

/** The files of a folder that may belong to a bundle, by their paths within it, with `/`. */
export function readBundleFolder(folder: string, cwd: string): ReadonlyMap<string, string> {
  const top = userPath(folder, cwd)
  const paths = pathsIn(top, '', folder).filter((path) => TAKEN.test(path))
  const files = paths.filter((path) => statSync(join(top, path)).size <= MAX_BYTES)
  return new Map(files.map((path) => [path, readFileSync(join(top, path), 'utf8')] as const))
}

function pathsIn(top: string, folder: string, shown: string): readonly string[] {
  return entries(join(top, folder), shown).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (!entry.isDirectory()) return entry.isFile() ? path : []
    return entry.name.startsWith('.') || SKIPPED.has(entry.name) ? [] : pathsIn(top, path, path)
  })
}

function entries(path: string, shown: string): readonly Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    const reason = isMissing(error) ? 'there is no such folder' : 'it cannot be read as a folder'
    throw fileError('BUNDLE', `${shown}: ${reason}`, 'Name the folder of databricks.yml.', error)
  }
}
