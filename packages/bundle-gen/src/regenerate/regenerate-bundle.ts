import type { Finding } from '../finding.js'
import { type BundleFile, bundleDocument, GENERATED } from '../generate/bundle-file.js'
import { bundleFiles, textFiles } from '../generate/bundle-files.js'
import { FILES } from '../generate/keys.js'
import { OWN_SQL } from '../post-sync/post-sync-sql.js'
import type { BundleSpec } from '../spec/bundle-spec.js'
import { refuseErrors } from '../spec/refuse-errors.js'
import { block } from '../yaml/block.js'
import { printDocument } from '../yaml/print-document.js'
import type { Change } from './merge.js'
import { type RegeneratedFile, regenerateFile } from './regenerate-file.js'

/** The paths that a bundle of ours can have: read those that are there before regenerating. */
export const BUNDLE_PATHS: readonly string[] = Object.values(FILES)

export interface Regeneration {
  /** Every file as it should be, by path; a file that has to go is not among them. */
  readonly files: ReadonlyMap<string, string>
  /** Files on disk in which nothing is left. */
  readonly removed: readonly string[]
  readonly changes: readonly FileChange[]
  readonly findings: readonly Finding[]
}

export interface FileChange extends Change {
  readonly file: string
}

/**
 * The bundle of the spec, put into the files on disk. Resources, keys, comments, variables, targets and
 * SQL that stand beside ours are kept; a second run changes nothing.
 *
 * @param disk The text of each of `BUNDLE_PATHS` that is there.
 * @param options.force Writes a file anew that was not written by us, or cannot be read.
 * @throws {BundleSpecError} when `checkBundleSpec` has an error.
 */
export function regenerateBundle(
  spec: BundleSpec,
  disk: ReadonlyMap<string, string>,
  options: { readonly force?: boolean } = {},
): Regeneration {
  refuseErrors(spec)
  const yaml = bundleFiles(spec)
  const results = [
    ...yaml.map((file) => one(file.path, disk, options.force, yamlText(file))),
    ...textFiles(spec).map(([path, text]) => one(path, disk, options.force, plainText(path, text))),
  ]
  const written = new Set(results.map(({ path }) => path))
  const left = BUNDLE_PATHS.filter((path) => disk.has(path) && !written.has(path))
    .map((path) => leftOver(path, disk.get(path) ?? ''))
    .filter((file) => file !== undefined)
  const all = [...results, ...left]
  return {
    files: new Map(all.flatMap(({ path, text }) => (text === '' ? [] : [[path, text] as const]))),
    removed: all.filter(({ text }) => text === '').map(({ path }) => path),
    changes: all.flatMap(({ path, changes }) =>
      changes.map((change) => ({ file: path, ...change })),
    ),
    findings: all.flatMap(({ problem }) => (problem === undefined ? [] : [problem])),
  }
}

interface Result extends RegeneratedFile {
  readonly path: string
}

interface Writer {
  readonly fresh: () => string
  readonly merged: (disk: string) => RegeneratedFile
}

function one(
  path: string,
  disk: ReadonlyMap<string, string>,
  force: boolean | undefined,
  { fresh, merged }: Writer,
): Result {
  const old = disk.get(path)
  if (old === undefined)
    return { path, text: fresh(), changes: [{ kind: 'added', path: 'the file' }] }
  const result = old.includes(GENERATED) ? merged(old) : notOurs(path, old)
  if (result.problem === undefined || !force) return { path, ...result }
  return { path, text: fresh(), changes: [{ kind: 'changed', path: 'the file' }] }
}

function notOurs(path: string, text: string): RegeneratedFile {
  const problem: Finding = {
    ruleId: 'BG051',
    level: 'error',
    message: `${path} exists and was not written by us`,
    file: path,
    hint: 'move it away, choose another folder, or say --force to replace it',
  }
  return { text, changes: [], problem }
}

function yamlText(file: BundleFile): Writer {
  return {
    fresh: () => printDocument(bundleDocument(file)),
    merged: (disk) => regenerateFile(file.path, disk, bundleDocument(file)),
  }
}

/** SQL and Python are written anew, but for what the user has below our last line. */
function plainText(path: string, text: string): Writer {
  return {
    fresh: () => text,
    merged: (disk) => {
      const wanted = text + (path === FILES.postSync ? ownSql(disk) : '')
      const changes: readonly Change[] =
        wanted === disk ? [] : [{ kind: 'changed', path: 'the file' }]
      return { text: wanted, changes }
    },
  }
}

function ownSql(disk: string): string {
  const at = disk.indexOf(OWN_SQL)
  return at === -1 ? '' : disk.slice(at + OWN_SQL.length).replace(/^\r?\n/, '')
}

/** A file that the spec asks for no more: what is ours goes, and with it the file when nothing else is in it. */
function leftOver(path: string, disk: string): Result | undefined {
  if (!disk.includes(GENERATED)) return undefined
  if (!path.endsWith('.yml')) {
    const own = path === FILES.postSync ? ownSql(disk) : ''
    if (own.trim() !== '')
      return { path, text: disk, changes: [{ kind: 'kept', path: 'the file' }] }
    return { path, text: '', changes: [{ kind: 'removed', path: 'the file' }] }
  }
  const nothing = bundleDocument({ path, head: '', block: block() })
  const result = regenerateFile(path, disk, nothing)
  const isEmpty = /^\s*(\{\}\s*)?$/.test(result.text.replace(/^\s*#.*$/gm, ''))
  return { path, ...result, text: isEmpty ? '' : result.text }
}
