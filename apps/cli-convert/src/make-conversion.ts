import { GENERATOR, type Io } from '@lakebase/cli-kit'
import type { ConvertOptions } from './commands/convert-options.js'
import { completeSources } from './complete-sources.js'
import { convertedText, convertSources } from './convert-sources.js'
import { readSchemas } from './read/read-schemas.js'
import { readSources } from './read/read-sources.js'
import { buildReport } from './report/build-report.js'
import type { ConversionReport } from './report/conversion-report.js'
import { countChecks } from './report/count-checks.js'
import { reportFile } from './report/report-file.js'
import { toolVersion } from './version.js'
import { compatPath } from './write/compat-file.js'
import type { PlannedWrite } from './write/plan-writes.js'
import { plannedFiles } from './write/planned-files.js'

export interface Conversion {
  readonly report: ConversionReport
  /** The files as they are to be; nothing is written yet. */
  readonly writes: readonly PlannedWrite[]
}

/** From the flags to the finished report. Reads files, may ask a model and a Postgres; writes nothing. */
export async function makeConversion(
  options: ConvertOptions,
  args: readonly string[],
  io: Io,
): Promise<Conversion> {
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
  const report = buildReport({
    files: converted.map((one, index) => reportFile(one, texts[index] ?? '', writes)),
    compat: { functions, ...(compat && functions.length > 0 && { file: compat }) },
    checks: countChecks(converted.flatMap(({ verifications = [] }) => verifications)),
    version,
    now: io.now(),
    check: options.check,
  })
  return { report, writes }
}
