import { existsSync, readFileSync } from 'node:fs'
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
import { fileStatuses } from './file-statuses.js'
import { printFindings } from './print-findings.js'
import type { GenerationReport } from './render-run.js'

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
  const place = userPath(path, io.cwd)
  const before = new Map(existsSync(place) ? [[path, readFileSync(place, 'utf8')] as const] : [])
  const toDisk = path !== '-' && !options.dryRun
  if (toDisk) writeFileAtomic(place, text)
  if (options.json) {
    const report: GenerationReport = {
      ok: true,
      schemaVersion: 1,
      product: spec.database.product,
      files: fileStatuses(before, { files: new Map([[path, text]]), removed: [] }),
      changes: [],
      findings,
      exit,
    }
    io.stdout(`${JSON.stringify(report, null, 2)}\n`)
    return exit
  }
  if (!toDisk) io.stdout(text)
  if (options.quiet) return exit
  printFindings(findings, options.color, io)
  if (toDisk)
    io.stderr(`wrote ${path}; it refers to resources of the whole bundle (--output-dir)\n`)
  return exit
}
