import { realpathSync } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'
import { CliError, fileError, GENERATOR, isMissing, userPath } from '@lakebase/cli-kit'
import type { FileChange } from '../report/conversion-report.js'
import { readIfThere } from './read-if-there.js'

/** A file that is to be on disk. */
export interface PlannedFile {
  /** As the user knows it. */
  readonly path: string
  readonly text: string
}

export interface PlannedWrite extends PlannedFile {
  readonly change: FileChange
}

/**
 * Compares what is to be on disk with what is there, before anything is written.
 *
 * @throws CliError naming every file that is there and not ours
 */
export function planWrites(
  files: readonly PlannedFile[],
  { cwd, force }: { readonly cwd: string; readonly force: boolean },
): readonly PlannedWrite[] {
  const planned = files.map((file) => {
    const old = readIfThere(userPath(file.path, cwd))
    return { ...file, old, change: changeOf(old, file.text) }
  })
  const foreign = planned.filter(
    ({ old, change }) => change === 'changed' && !force && !old?.includes(GENERATOR),
  )
  if (foreign.length === 0) return planned.map(({ old: _, ...write }) => write)
  throw new CliError(
    3,
    foreign.map(({ path }) => ({
      ruleId: 'OUTPUT',
      level: 'error',
      message: `${path} exists and was not written by us`,
      hint: 'choose another place, or say --force to replace it; nothing was written',
    })),
  )
}

/** Refuses a target that would touch an original. */
export function keepOriginals(
  sources: readonly string[],
  targets: readonly string[],
  {
    cwd,
    sourceDir,
    targetDir,
  }: {
    readonly cwd: string
    readonly sourceDir?: string | undefined
    readonly targetDir?: string | undefined
  },
): void {
  if (sourceDir !== undefined && targetDir !== undefined) {
    const source = realPath(userPath(sourceDir, cwd))
    const target = realPath(userPath(targetDir, cwd))
    if (target === source || target.startsWith(source + sep)) {
      throw fileError(
        'OUTPUT',
        `${targetDir} lies in ${sourceDir}: the next run would convert its own files`,
        'choose a folder outside of the sources',
      )
    }
  }
  const originals = new Set(sources.map((path) => realPath(userPath(path, cwd))))
  for (const path of targets) {
    if (!originals.has(realPath(userPath(path, cwd)))) continue
    throw fileError('OUTPUT', `${path} is a source: originals are never replaced`)
  }
}

/** Where a path leads, also when its end is not there yet. */
function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch (error) {
    if (!isMissing(error) || dirname(path) === path) return path
    return join(realPath(dirname(path)), basename(path))
  }
}

function changeOf(old: string | undefined, text: string): FileChange {
  if (old === undefined) return 'new'
  return old === text ? 'unchanged' : 'changed'
}
