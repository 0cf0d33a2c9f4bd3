import { readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileError, isMissing, usageError, userPath } from '@lakebase/cli-kit'
import type { ConvertOptions } from '../commands/convert-options.js'
import { readText, type Source, sourceName } from './read-source.js'

/** What is to be converted, in the order of the paths. */
export function readSources(
  options: ConvertOptions,
  args: readonly string[],
  cwd: string,
): readonly Source[] {
  const file = options.file ?? args[0]
  if (options.sourceDir === undefined) {
    if (file === undefined) throw nothingToConvert()
    if (options.targetDir !== undefined) {
      throw usageError('--target-dir goes with --source-dir', 'for one file: --output FILE')
    }
    const target = options.output ?? (options.check ? undefined : '-')
    return [{ name: sourceName(file), text: readText(file, cwd), ...(target && { target }) }]
  }
  if (file !== undefined || options.output !== undefined) {
    throw usageError('a folder and a file cannot be converted at once', 'leave out one of them')
  }
  if (options.targetDir === undefined && !options.check && options.reports.length === 0) {
    throw usageError('nothing says where to write', '--target-dir FOLDER, or --check to see only')
  }
  return readFolder(options.sourceDir, options.targetDir, cwd)
}

function nothingToConvert() {
  return usageError(
    'nothing says what to convert',
    '--source-dir FOLDER, --file FILE or - for stdin',
  )
}

function readFolder(folder: string, targetDir: string | undefined, cwd: string): readonly Source[] {
  const paths = sqlFiles(folder, cwd)
  if (paths.length === 0) {
    throw fileError('SOURCE', `${folder} has no .sql file`, `looked in ${userPath(folder, cwd)}`)
  }
  return paths.map((path) => {
    const name = join(folder, path)
    const target = targetDir === undefined ? undefined : join(targetDir, path)
    return { name, text: readText(name, cwd), ...(target !== undefined && { target }) }
  })
}

/** Paths within the folder, sorted so that every machine has the same order. */
function sqlFiles(folder: string, cwd: string): readonly string[] {
  try {
    const root = userPath(folder, cwd)
    return readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && /\.sql$/i.test(entry.name))
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(root.length)
          .replace(/^[\\/]+/, ''),
      )
      .sort((a, b) => compare(a.split(sep), b.split(sep)))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const said = isMissing(error) ? 'there is no such folder' : why
    throw fileError('SOURCE', `${folder} cannot be read: ${said}`, `looked in ${cwd}`, error)
  }
}

function compare(a: readonly string[], b: readonly string[]): number {
  for (const [place, part] of a.entries()) {
    const other = b[place]
    if (other === undefined) return 1
    if (part !== other) return part < other ? -1 : 1
  }
  return a.length - b.length
}
