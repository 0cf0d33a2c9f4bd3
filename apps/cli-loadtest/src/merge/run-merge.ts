import { checkOutputs, type Exit, fileError, type Io, parseOutputs } from '@lakebase/cli-kit'
import { LoadtestError, mergeReports, type RunReport } from '@lakebase/loadtest'
import type { MergeOptions } from '../commands/merge-command.js'
import { parseWhole } from '../options/parse-number.js'
import { OUTPUT_FORMATS } from '../render/render-report.js'
import { makeLoadtestReport } from '../report/make-loadtest-report.js'
import { readRun } from '../report/read-run.js'
import { writeReport } from '../report/write-report.js'
import { runExit } from '../run/run-exit.js'
import { shardFiles } from './shard-files.js'

/** The reports of shards as the one that a single process would have made. */
export async function runMerge(
  options: MergeOptions,
  args: readonly string[],
  io: Io,
): Promise<Exit> {
  const outputs = parseOutputs(options.outputs, OUTPUT_FORMATS)
  checkOutputs(outputs, io.cwd, options.force)
  const expected = options.expect === undefined ? undefined : parseWhole('--expect', options.expect)
  const files = shardFiles(args, io.cwd)
  const run = merged(files.map((name) => readRun(name, io.cwd)))
  const report = makeLoadtestReport(run, {
    kind: 'merge',
    source: files.join(', '),
    exit: mergeExit(run, expected, options.strict),
    now: io.now(),
  })
  await writeReport(report, { ...options, outputs }, io)
  return report.exit
}

function merged(runs: readonly RunReport[]): RunReport {
  try {
    return mergeReports(runs)
  } catch (error) {
    if (!(error instanceof LoadtestError)) throw error
    throw fileError('MERGE', error.message, undefined, error)
  }
}

function mergeExit(run: RunReport, expected: number | undefined, strict: boolean): Exit {
  const exit = runExit(run, { strict })
  if (expected === undefined || run.shards >= expected) return exit
  const missing = `${run.shards} of ${expected} shards`
  return { code: 1, reason: exit.code === 0 ? missing : `${missing}; ${exit.reason}` }
}
