import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { BUNDLE_PATHS } from '@lakebase/bundle-gen'
import { fileError, isMissing, writeFileAtomic } from '@lakebase/cli-kit'

/** The files of a bundle that are there, by path within the folder. */
export function readBundle(folder: string): ReadonlyMap<string, string> {
  return new Map(
    BUNDLE_PATHS.flatMap((path) => {
      const text = readIfThere(join(folder, path))
      return text === undefined ? [] : [[path, text] as const]
    }),
  )
}

/** Writes what differs, each file whole or not at all, and takes away what is empty. */
export function writeBundle(
  folder: string,
  disk: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, string>,
  removed: readonly string[],
): void {
  for (const [path, text] of files) {
    if (disk.get(path) !== text) writeFileAtomic(join(folder, path), text)
  }
  for (const path of removed) rmSync(join(folder, path), { force: true })
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return undefined
    const why = error instanceof Error ? error.message : String(error)
    throw fileError('OUTPUT', `${path} cannot be read: ${why}`, undefined, error)
  }
}
