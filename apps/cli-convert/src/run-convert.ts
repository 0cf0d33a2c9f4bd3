import {
  checkOutputs,
  type Exit,
  GENERATOR,
  type Io,
  parseOutputs,
  usageError,
  userPath,
  writeFileAtomic,
} from '@lakebase/cli-kit'
import type { ConvertOptions } from './commands/convert-options.js'
import { completeSources } from './complete-sources.js'
import { convertedText, convertSources } from './convert-sources.js'
import { readSchemas } from './read/read-schemas.js'
import { readSources } from './read/read-sources.js'
import { renderReport } from './render/render-report.js'
import { printRun } from './render/terminal/print-run.js'
import { buildReport } from './report/build-report.js'
import { countChecks } from './report/count-checks.js'
import { reportFile } from './report/report-file.js'
import { toolVersion } from './version.js'
import { compatPath } from './write/compat-file.js'
import { plannedFiles } from './write/planned-files.js'

/** Options, load, compute, render, write. */
export async function runConvert(
  options: ConvertOptions,
  args: readonly string[],
  io: Io,
): Promise<Exit> {
  const reports = parseOutputs(options.reports, ['json', 'md', 'html', 'sarif'], '--report')
  checkOptions(options, args)
  const sources = readSources(options, args, io.cwd)
  const schema = readSchemas(options.schemas, io.cwd)
  const version = toolVersion()

  const byRules = convertSources(sources, schema, io, options.quiet)
  const converted = await completeSources(byRules, schema, options, io)
  const functions = [...new Set(converted.flatMap(({ result }) => result.compatFunctions))]
  const compat = compatPath(options)
  const header = {
    tool: `${GENERATOR} ${version}`,
    ...(compat && { compatFile: 'spark_compat.sql' }),
  }
  const texts = converted.map((one) => convertedText(one, options.noHeader ? undefined : header))

  const writes = plannedFiles(converted, texts, functions, options, { ...io, version })
  checkOutputs(reports, io.cwd, options.force)
  const report = buildReport({
    files: converted.map((one, index) => reportFile(one, texts[index] ?? '', writes)),
    compat: { functions, ...(compat && functions.length > 0 && { file: compat }) },
    checks: countChecks(converted.flatMap(({ verifications = [] }) => verifications)),
    version,
    now: io.now(),
    check: options.check,
  })
  for (const { path, text, change } of writes) {
    if (change !== 'unchanged') writeFileAtomic(userPath(path, io.cwd), text)
  }
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
