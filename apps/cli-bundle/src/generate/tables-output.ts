import { type BundleSpec, generateBundle } from '@lakebase/bundle-gen'
import {
  checkOutputs,
  type Exit,
  type Io,
  parseOutputs,
  userPath,
  writeFileAtomic,
} from '@lakebase/cli-kit'
import type { Finding } from '@lakebase/config'
import type { GenerateOptions } from '../commands/generate-options.js'
import { printFindings } from './print-findings.js'

const TABLES = 'resources/synced_delta_tables.yml'

/** `--output synced_tables.yml`: the synced tables alone, as the 2025 accelerator wrote them. */
export function writeTablesFile(
  spec: BundleSpec,
  findings: readonly Finding[],
  path: string,
  options: GenerateOptions,
  io: Io,
): Exit {
  const outputs = parseOutputs([path], ['yml', 'yaml'])
  checkOutputs(outputs, io.cwd, options.force)
  const text = generateBundle(spec).get(TABLES) ?? ''
  const exit: Exit = { code: 0, reason: 'ok' }
  const toDisk = path !== '-' && !options.dryRun
  if (toDisk) writeFileAtomic(userPath(path, io.cwd), text)
  if (options.json) {
    io.stdout(`${JSON.stringify({ ok: true, files: [{ path }], findings, exit }, null, 2)}\n`)
    return exit
  }
  if (!toDisk) io.stdout(text)
  if (options.quiet) return exit
  printFindings(findings, options.color, io)
  if (toDisk)
    io.stderr(`wrote ${path}; it refers to resources of the whole bundle (--output-dir)\n`)
  return exit
}
