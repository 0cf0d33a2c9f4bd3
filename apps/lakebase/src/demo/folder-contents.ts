import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMissing } from '@lakebase/cli-kit'

/** Every file of a folder with its text; none when there is no folder. */
export function folderContents(folder: string): ReadonlyMap<string, string> {
  return new Map(filesIn(folder).map((path) => [path, readFileSync(path, 'utf8')]))
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** `19 files: 18 unchanged, 1 changed` */
export function whatChanged(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string {
  const paths = [...after.keys()]
  const fresh = paths.filter((path) => !before.has(path)).length
  const same = paths.filter((path) => before.get(path) === after.get(path)).length
  const counts = [
    [fresh, 'new'],
    [paths.length - fresh - same, 'changed'],
    [same, 'unchanged'],
  ] as const
  const said = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`)
  return `${paths.length} files: ${said.join(', ')}`
}
