import {
  checkOutputs,
  type Exit,
  type Io,
  paint,
  parseOutputs,
  userPath,
  wantsColor,
  writeFileAtomic,
} from '@lakebase/cli-kit'
import type { CheckOptions } from './check-options.js'
import { makeCheck } from './make-check.js'
import { CHECK_FORMATS, checkText, renderCheck } from './render-check.js'

/** Options, load, compute, render, write. */
export async function runCheck(options: CheckOptions, io: Io): Promise<Exit> {
  const outputs = parseOutputs(options.outputs, CHECK_FORMATS)
  checkOutputs(outputs, io.cwd, options.force)
  const report = await makeCheck(options, io)
  const files = outputs.map(({ path, format }) => ({ path, text: renderCheck(report, format) }))
  const toDisk = files.filter(({ path }) => path !== '-')
  for (const { path, text } of toDisk) writeFileAtomic(userPath(path, io.cwd), text)
  const toStdout = files.filter(({ path }) => path === '-')
  const colors = paint(wantsColor(options.color ?? 'auto', io.env, io.stdoutIsTty))
  if (options.json) io.stdout(renderCheck(report, 'json'))
  else if (toStdout.length > 0) for (const { text } of toStdout) io.stdout(text)
  else io.stdout(checkText(report, colors))
  if (toDisk.length > 0 && !options.quiet) {
    io.stderr(`wrote ${toDisk.map(({ path }) => path).join(', ')}\n`)
  }
  return report.exit
}
