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
import type { EstimateOptions } from './commands/estimate-options.js'
import { makeEstimate } from './make-estimate.js'
import { OUTPUT_FORMATS, renderReport } from './render/render-report.js'
import { renderTerminal } from './render/terminal/render-terminal.js'
import { checkCompareOptions } from './report/compare.js'
import { checkMeasureOptions } from './sizes/table-sizes.js'

/** Options, load, compute, render, write. */
export async function runEstimate(options: EstimateOptions, io: Io): Promise<Exit> {
  const outputs = parseOutputs(options.outputs, OUTPUT_FORMATS)
  checkMeasureOptions(options)
  checkCompareOptions(options.compareTo, options.maxIncrease)
  checkOutputs(outputs, io.cwd, options.force)

  const report = await makeEstimate(options, io)

  const files = await Promise.all(
    outputs.map(async ({ path, format }) => ({ path, text: await renderReport(report, format) })),
  )
  const toStdout = files.filter(({ path }) => path === '-')
  const toDisk = files.filter(({ path }) => path !== '-')
  for (const { path, text } of toDisk) writeFileAtomic(userPath(path, io.cwd), text)
  const written = toDisk.map(({ path }) => path)

  if (options.json) io.stdout(await renderReport(report, 'json'))
  else if (toStdout.length > 0) for (const { text } of toStdout) io.stdout(text)
  else io.stdout(renderTerminal(report, stdoutPaint(options, io), { command: io.command, written }))
  if (written.length > 0 && !options.quiet) io.stderr(`wrote ${written.join(', ')}\n`)
  return report.exit
}

function stdoutPaint({ color }: EstimateOptions, io: Io) {
  return paint(wantsColor(color ?? 'auto', io.env, io.stdoutIsTty))
}
