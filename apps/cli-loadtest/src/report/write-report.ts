import {
  type Io,
  type Output,
  paint,
  userPath,
  wantsColor,
  writeFileAtomic,
} from '@lakebase/cli-kit'
import { type OutputFormat, renderReport } from '../render/render-report.js'
import { renderTerminal } from '../render/terminal/render-terminal.js'
import type { LoadtestReport } from './loadtest-report.js'

export interface WriteOptions {
  readonly outputs: readonly Output<OutputFormat>[]
  readonly json: boolean
  readonly quiet: boolean
  readonly color: 'auto' | 'always' | 'never' | undefined
}

/** The files first, whole or not at all; then stdout, as a person or a program reads it. */
export async function writeReport(
  report: LoadtestReport,
  { outputs, json, quiet, color }: WriteOptions,
  io: Io,
): Promise<void> {
  const toDisk = outputs.filter(({ path }) => path !== '-')
  for (const { path, format } of toDisk) {
    writeFileAtomic(userPath(path, io.cwd), await renderReport(report, format, path))
  }
  if (json || outputs.length > toDisk.length) io.stdout(await renderReport(report, 'json', '-'))
  else io.stdout(renderTerminal(report, paint(wantsColor(color ?? 'auto', io.env, io.stdoutIsTty))))
  if (toDisk.length > 0 && !quiet) {
    io.stderr(`wrote ${toDisk.map(({ path }) => path).join(', ')}\n`)
  }
}
