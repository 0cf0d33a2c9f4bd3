import type { BundleSpec, FileChange, Regeneration } from '@lakebase/bundle-gen'
import type { Exit, Io } from '@lakebase/cli-kit'
import type { Finding } from '@lakebase/config'
import type { GenerateOptions } from '../commands/generate-options.js'
import { type FileStatus, fileStatuses } from './file-statuses.js'
import { printFindings } from './print-findings.js'

export interface Run {
  readonly spec: BundleSpec
  readonly made: Regeneration
  readonly disk: ReadonlyMap<string, string>
  readonly findings: readonly Finding[]
  readonly exit: Exit
}

/** What `--json` prints of a generation. Version 1; fields are added, never changed. */
export interface GenerationReport {
  readonly ok: boolean
  readonly schemaVersion: 1
  readonly product: BundleSpec['database']['product']
  readonly files: readonly (FileStatus & { readonly text?: string })[]
  readonly changes: readonly FileChange[]
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

function jsonOf({ spec, made, disk, findings, exit }: Run): GenerationReport {
  return {
    ok: exit.code === 0,
    schemaVersion: 1,
    product: spec.database.product,
    files: fileStatuses(disk, made).map(({ path, status }) => {
      const text = made.files.get(path)
      return { path, status, ...(text !== undefined && { text }) }
    }),
    changes: made.changes,
    findings,
    exit,
  }
}
