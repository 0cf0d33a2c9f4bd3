import type { BundleSpec, Regeneration } from '@lakebase/bundle-gen'
import type { Exit, Io } from '@lakebase/cli-kit'
import type { Finding } from '@lakebase/config'
import type { GenerateOptions } from '../commands/generate-options.js'
import { printFindings } from './print-findings.js'

export interface Run {
  readonly spec: BundleSpec
  readonly made: Regeneration
  readonly disk: ReadonlyMap<string, string>
  readonly findings: readonly Finding[]
  readonly exit: Exit
}

/** Says what was done, or would be. */
export function renderRun(run: Run, options: GenerateOptions, io: Io): void {
  const { made, disk } = run
  if (options.json) io.stdout(`${JSON.stringify(jsonOf(run), null, 2)}\n`)
  else if (options.dryRun) {
    for (const [path, text] of made.files) io.stdout(`# ${path}\n${text}\n`)
  } else {
    for (const { path, status } of fileStatuses(disk, made)) {
      io.stdout(`${status.padEnd(9)}  ${path}\n`)
    }
  }
  if (!options.quiet && !options.json) tell(run, options, io)
}

function tell({ made, findings, exit }: Run, options: GenerateOptions, io: Io): void {
  for (const { file, kind, path, why } of made.changes) {
    if (path === 'the file') continue
    io.stderr(`${kind.padEnd(9)}  ${file}: ${path}${why === undefined ? '' : ` (${why})`}\n`)
  }
  printFindings(findings, options.color, io)
  if (exit.code !== 0) io.stderr(`exit ${exit.code}: ${exit.reason}\n`)
  else if (!options.check && !options.dryRun) {
    io.stderr(`next: databricks bundle validate --strict -t dev (in ${options.outputDir ?? '.'})\n`)
  }
}

type Status = 'new' | 'changed' | 'unchanged' | 'removed'

function fileStatuses(
  disk: ReadonlyMap<string, string>,
  { files, removed }: Regeneration,
): readonly { readonly path: string; readonly status: Status }[] {
  return [
    ...[...files].map(([path, text]) => ({ path, status: statusOf(disk.get(path), text) })),
    ...removed.map((path) => ({ path, status: 'removed' as const })),
  ]
}

function statusOf(old: string | undefined, text: string): Status {
  if (old === undefined) return 'new'
  return old === text ? 'unchanged' : 'changed'
}

function jsonOf({ spec, made, disk, findings, exit }: Run) {
  return {
    ok: exit.code === 0,
    schemaVersion: 1,
    product: spec.database.product,
    files: fileStatuses(disk, made).map(({ path, status }) => ({
      path,
      status,
      ...(made.files.has(path) && { text: made.files.get(path) }),
    })),
    changes: made.changes,
    findings,
    exit,
  }
}
