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
import { type ConvertedSource, convertedText, convertSources } from './convert-sources.js'
import { readSchemas } from './read/read-schemas.js'
import { readSources } from './read/read-sources.js'
import { renderReport } from './render/render-report.js'
import { printRun } from './render/terminal/print-run.js'
import { buildReport } from './report/build-report.js'
import type { ReportFile } from './report/conversion-report.js'
import { reportStatement } from './report/report-statement.js'
import { toolVersion } from './version.js'
import { compatFile, compatPath } from './write/compat-file.js'
import { keepOriginals, type PlannedWrite, planWrites } from './write/plan-writes.js'

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

  const converted = convertSources(sources, schema, io, options.quiet)
  const functions = [...new Set(converted.flatMap(({ result }) => result.compatFunctions))]
  const compat = compatPath(options)
  const header = {
    tool: `${GENERATOR} ${version}`,
    ...(compat && { compatFile: 'spark_compat.sql' }),
  }
  const texts = converted.map((one) => convertedText(one, options.noHeader ? undefined : header))

  const writes = plannedWrites(converted, texts, functions, options, { ...io, version })
  checkOutputs(reports, io.cwd, options.force)
  const report = buildReport({
    files: converted.map((one, index) => reportFile(one, texts[index] ?? '', writes)),
    compat: { functions, ...(compat && functions.length > 0 && { file: compat }) },
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
  if (options.json && options.output === '-') {
    throw usageError('--json and --output - both write to stdout', 'leave out one of them')
  }
}

function plannedWrites(
  converted: readonly ConvertedSource[],
  texts: readonly string[],
  functions: readonly string[],
  options: ConvertOptions,
  { cwd, version }: { readonly cwd: string; readonly version: string },
): readonly PlannedWrite[] {
  const files = converted.flatMap(({ source: { target } }, index) =>
    target === undefined || target === '-' ? [] : [{ path: target, text: texts[index] ?? '' }],
  )
  const path = compatPath(options)
  const compat =
    path === undefined ? undefined : compatFile(path, functions, options, { cwd, version })
  const planned = compat ? [...files, compat] : files
  keepOriginals(
    converted.map(({ source }) => source.name),
    planned.map((one) => one.path),
    {
      cwd,
      sourceDir: options.sourceDir,
      targetDir: options.targetDir,
    },
  )
  return planWrites(planned, { cwd, force: options.force })
}

function reportFile(
  { source, result }: ConvertedSource,
  text: string,
  writes: readonly PlannedWrite[],
): ReportFile {
  const { name, target } = source
  const change = writes.find(({ path }) => path === target)?.change
  return {
    source: name,
    ...(target !== undefined && { target }),
    ...(change && { change }),
    text,
    statements: result.statements.map((one, index) =>
      reportStatement(name, source.text, one, index),
    ),
  }
}
