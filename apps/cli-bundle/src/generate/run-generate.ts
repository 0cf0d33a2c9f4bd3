import type { Regeneration } from '@lakebase/bundle-gen'
import { CliError, type Exit, type Io, usageError, userPath } from '@lakebase/cli-kit'
import type { Finding } from '@lakebase/config'
import type { GenerateOptions } from '../commands/generate-options.js'
import { writeBundle } from './bundle-folder.js'
import { checkSchema } from './check-schema.js'
import { makeBundle } from './make-bundle.js'
import { readSpec } from './read-spec.js'
import { renderRun } from './render-run.js'
import { writeTablesFile } from './tables-output.js'

/** Options, load, compute, render, write. */
export async function runGenerate(options: GenerateOptions, io: Io): Promise<Exit> {
  checkOptions(options)
  if (options.output !== undefined) {
    const { spec, findings } = readSpec(options, io)
    return writeTablesFile(spec, findings, options.output, options, io)
  }
  const { spec, disk, made, findings: ofBundle } = makeBundle(options, io)
  const findings = [...ofBundle, ...schemaFindings(made, options, io)]
  if (findings.some(({ level }) => level === 'error')) throw new CliError(3, findings)

  const differs = changedPaths(disk, made).length > 0
  const writes = !options.check && !options.dryRun
  if (writes && options.outputDir !== undefined) {
    writeBundle(userPath(options.outputDir, io.cwd), disk, made.files, made.removed)
  }
  const exit: Exit =
    options.check && differs
      ? { code: 1, reason: 'the folder is not what the workload gives' }
      : { code: 0, reason: 'ok' }
  renderRun({ spec, made, disk, findings, exit }, options, io)
  return exit
}

/** Files that are not on disk as they should be. */
export function changedPaths(
  disk: ReadonlyMap<string, string>,
  { files, removed }: Regeneration,
): readonly string[] {
  return [
    ...[...files].filter(([path, text]) => disk.get(path) !== text).map(([path]) => path),
    ...removed,
  ]
}

function checkOptions({ outputDir, output, dryRun, check }: GenerateOptions): void {
  if (check && outputDir === undefined) {
    throw usageError('--check needs the folder of the bundle', '--output-dir FOLDER --check')
  }
  if (output !== undefined && (outputDir !== undefined || check)) {
    throw usageError('--output writes one file, --output-dir a bundle', 'leave out one of them')
  }
  if (outputDir === undefined && output === undefined && !dryRun) {
    throw usageError('nothing says where to write', '--output-dir FOLDER, or --dry-run to see it')
  }
}

function schemaFindings(
  { files }: Regeneration,
  { schema }: GenerateOptions,
  io: Io,
): readonly Finding[] {
  return schema === undefined ? [] : checkSchema(files, schema, io.cwd)
}
