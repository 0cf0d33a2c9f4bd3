import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  CliError,
  type Exit,
  GENERATOR,
  type InputFile,
  type Io,
  readWorkloadFile,
  STDIN_NAME,
  userPath,
} from '@lakebase/cli-kit'
import {
  checkQueryFiles,
  type Finding,
  parseWorkload,
  type Workload,
  type YamlSource,
} from '@lakebase/config'
import type { EstimateOptions } from './commands/estimate-options.js'
import { asOfDate } from './read/as-of.js'
import { chooseTarget } from './read/choose-target.js'
import { computeLimits } from './read/compute-limits.js'
import { loadRateCard } from './read/load-rate-card.js'
import { buildReport, type CoreReport } from './report/build-report.js'
import { compareCosts, parseMaxIncrease, readEarlier } from './report/compare.js'
import type { Comparison, EstimateReport } from './report/estimate-report.js'
import { type ReferencePart, referencePart } from './report/reference.js'
import { LOCK_FILE } from './sizes/lock-file.js'
import { tableSizes } from './sizes/table-sizes.js'
import { toolVersion } from './version.js'

/** From the flags to the finished report. Reads files and asks a warehouse for sizes; prints no result. */
export async function makeEstimate(options: EstimateOptions, io: Io): Promise<EstimateReport> {
  const asOf = asOfDate(options.asOf, io.now())
  const limit =
    options.maxIncrease === undefined ? undefined : parseMaxIncrease(options.maxIncrease)
  const card = loadRateCard(options.rates, io.cwd)
  const earlier = options.compareTo && readEarlier(options.compareTo, io.cwd)
  const file = readWorkloadFile(options.config, io.cwd)
  const { workload: read, source, findings } = readWorkload(file)

  const folder = dirname(userPath(file.name, io.cwd))
  const target = chooseTarget(read, options, card, source)
  const lockPath = file.name === STDIN_NAME ? undefined : join(folder, LOCK_FILE)
  const sized = await tableSizes(read, source, lockPath, options, io)
  const { workload } = sized
  const limits = await computeLimits(target.target.product, options.calibration, io.cwd)
  const core = buildReport(sized, source, target.target, { card, limits, asOf })
  const reference: ReferencePart =
    options.compat === 'reference' ? referencePart(sized, core) : { findings: [] }
  const comparison =
    options.compareTo === undefined || !earlier
      ? undefined
      : compareCosts(options.compareTo, earlier, core.cost, limit)

  const all = source.applyIgnores([
    ...findings,
    ...checkQueryFiles(workload, source, (name) => existsSync(join(folder, name))),
    ...target.findings,
    ...sized.findings,
    ...core.findings,
    ...reference.findings,
  ])
  const exit = exitOf(all, core, comparison, options.strict)
  return {
    generator: GENERATOR,
    version: toolVersion(),
    ok: exit.code === 0,
    schemaVersion: 1,
    generatedAt: io.now().toISOString(),
    config: file.name,
    ...core,
    ...(reference.reference && { reference: reference.reference }),
    ...(reference.referenceGaps && { referenceGaps: reference.referenceGaps }),
    ...(comparison && { comparison }),
    findings: all,
    exit,
  }
}

interface ReadWorkload {
  readonly workload: Workload
  readonly source: YamlSource
  readonly findings: readonly Finding[]
}

function readWorkload(file: InputFile): ReadWorkload {
  const { workload, findings, source } = parseWorkload(file.text, { file: file.name })
  if (workload === undefined) throw new CliError(3, findings)
  if (!file.discovered) return { workload, source, findings }
  const found: Finding = { ruleId: 'LB008', level: 'note', message: `took ${file.name}` }
  return { workload, source, findings: [found, ...findings] }
}

function exitOf(
  findings: readonly Finding[],
  core: CoreReport,
  comparison: Comparison | undefined,
  strict: boolean,
): Exit {
  const errors = findings.filter((finding) => finding.level === 'error').length
  if (errors > 0)
    return { code: 1, reason: `${errors} finding${errors === 1 ? '' : 's'} at error level` }
  if (comparison?.gate?.passed === false) {
    return { code: 1, reason: `the month grew by more than ${comparison.gate.maxIncrease}` }
  }
  if (!core.cost.complete && strict) return { code: 6, reason: 'a line has no price' }
  return { code: 0, reason: 'ok' }
}
