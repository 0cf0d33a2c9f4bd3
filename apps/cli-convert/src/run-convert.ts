import {
  checkOutputs,
  type Exit,
  type Io,
  parseOutputs,
  usageError,
  userPath,
  writeFileAtomic,
} from '@lakebase/cli-kit'
import type { ConvertOptions } from './commands/convert-options.js'
import { makeConversion } from './make-conversion.js'
import { renderReport } from './render/render-report.js'
import { printRun } from './render/terminal/print-run.js'
import { writePlanned } from './write/write-planned.js'

/** Options, load, compute, render, write. */
export async function runConvert(
  options: ConvertOptions,
  args: readonly string[],
  io: Io,
): Promise<Exit> {
  const reports = parseOutputs(options.reports, ['json', 'md', 'html', 'sarif'], '--report')
  checkOptions(options, args)
  const { report, writes } = await makeConversion(options, args, io)
  checkOutputs(reports, io.cwd, options.force)
  writePlanned(writes, io.cwd)
  for (const { path, format } of reports) {
    if (path === '-') io.stdout(renderReport(report, format))
    else writeFileAtomic(userPath(path, io.cwd), renderReport(report, format))
  }
  printRun(report, writes, options, io)
  return report.exit
}

function checkOptions(options: ConvertOptions, args: readonly string[]): void {
  if (options.file !== undefined && args.length > 0) {
    throw usageError(`${args[0]} and --file ${options.file}: one file at a time`)
  }
  const { llm, model, url, verify } = options
  if (url !== undefined && verify !== 'explain' && llm !== 'always') {
    throw usageError('--url is for EXPLAIN', 'add --verify explain')
  }
  if (model !== undefined && llm === 'never') {
    throw usageError('--model names whom --llm never does not ask', 'leave out one of them')
  }
  if (options.json && options.output === '-') {
    throw usageError('--json and --output - both write to stdout', 'leave out one of them')
  }
}
