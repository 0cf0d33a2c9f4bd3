import {
  CliError,
  checkOutputs,
  type Exit,
  GENERATOR,
  type Io,
  parseOutputs,
  readWorkloadFile,
  userPath,
  writeFileAtomic,
} from '@lakebase/cli-kit'
import { parseWorkload } from '@lakebase/config'
import type { MigrateOptions } from './migrate-options.js'
import { migrateText } from './migrate-text.js'
import type { MigrationReport } from './migration.js'
import { sameMeaning } from './same-meaning.js'

/** Options, load, compute, render, write. */
export async function runMigrate(
  options: MigrateOptions,
  [name]: readonly string[],
  io: Io,
): Promise<Exit> {
  const outputs =
    options.output === undefined ? [] : parseOutputs([options.output], ['yml', 'yaml'])
  checkOutputs(outputs, io.cwd, options.force)
  const file = readWorkloadFile(name, io.cwd)
  const { workload, findings } = parseWorkload(file.text, { file: file.name })
  if (workload === undefined) throw new CliError(3, findings)

  const migrated = migrateText(file.text, workload)
  if (!sameMeaning(workload, migrated.text, file.name)) {
    throw new Error(`the migrated file would not mean what ${file.name} means`)
  }
  const exit: Exit = { code: 0, reason: 'ok' }
  const report: MigrationReport = {
    ok: true,
    schemaVersion: 1,
    source: file.name,
    text: `# Migrated from ${file.name} by ${GENERATOR}.\n${migrated.text}`,
    changes: migrated.changes,
    exit,
  }
  const path = outputs.find((output) => output.path !== '-')?.path
  if (path !== undefined) writeFileAtomic(userPath(path, io.cwd), report.text)
  if (options.json) io.stdout(`${JSON.stringify(report, null, 2)}\n`)
  else if (path === undefined) io.stdout(report.text)
  if (!options.quiet) tell(report, path, io)
  return exit
}

function tell({ changes, source }: MigrationReport, path: string | undefined, io: Io): void {
  for (const { key, became, why } of changes) io.stderr(`${key}\n  now  ${became}\n  why  ${why}\n`)
  if (changes.length === 0) io.stderr(`${source} has no key of the 2025 accelerator\n`)
  if (path !== undefined) io.stderr(`wrote ${path}\n`)
  io.stderr(`next: lakebase estimate --config ${source} --compat reference\n`)
}
