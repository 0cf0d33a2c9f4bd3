import { dirname } from 'node:path'
import {
  CliError,
  type Exit,
  type Io,
  paint,
  readWorkloadFile,
  userPath,
  wantsColor,
} from '@lakebase/cli-kit'
import { parseWorkload, type Workload } from '@lakebase/config'
import type { Diagnosis, DoctorReport } from './diagnosis.js'
import type { DoctorOptions } from './doctor-options.js'
import { examine } from './examine.js'

/** Options, load, ask, render. */
export async function runDoctor(options: DoctorOptions, io: Io): Promise<Exit> {
  const found = workloadOf(options.config, io.cwd)
  const folders = [io.cwd, ...(found ? [userPath(dirname(found.name), io.cwd)] : [])]
  const colors = paint(wantsColor(options.color ?? 'auto', io.env, io.stdoutIsTty))
  const words = {
    good: colors.green('good'),
    bad: colors.red('bad'),
    doubtful: colors.yellow('doubtful'),
    skipped: colors.dim('skipped'),
  }
  const show = ({ test, status, said, cure }: Diagnosis) => {
    if (options.json) return
    const pad = ' '.repeat(STATUS_WIDTH - status.length)
    io.stdout(`${words[status]}${pad}${test}: ${said}\n`)
    if (cure !== undefined) io.stdout(`${' '.repeat(STATUS_WIDTH)}${cure}\n`)
  }
  const examination = {
    workload: found?.workload,
    profile: options.profile,
    branch: options.branch,
    start: options.start,
    folders,
  }
  const diagnoses = await examine(examination, io, show)
  const exit = exitOf(diagnoses)
  const report: DoctorReport = { ok: exit.code === 0, schemaVersion: 1, diagnoses, exit }
  if (options.json) io.stdout(`${JSON.stringify(report, null, 2)}\n`)
  else if (!options.quiet) io.stderr(`exit ${exit.code}: ${exit.reason}\n`)
  return exit
}

const STATUS_WIDTH = 10

function exitOf(diagnoses: readonly Diagnosis[]): Exit {
  const bad = diagnoses.filter(({ status }) => status === 'bad')
  const [first] = bad
  if (first === undefined) return { code: 0, reason: 'ok' }
  return { code: first.exitCode ?? 4, reason: `${bad.length} of ${diagnoses.length} tests failed` }
}

/** Without a file the connection alone is looked at; one that was named has to be there. */
function workloadOf(
  config: string | undefined,
  cwd: string,
): { readonly name: string; readonly workload: Workload } | undefined {
  try {
    const { name, text } = readWorkloadFile(config, cwd)
    const { workload, findings } = parseWorkload(text, { file: name })
    if (workload === undefined) throw new CliError(3, findings)
    return { name, workload }
  } catch (error) {
    const isNone =
      error instanceof CliError && error.findings.some(({ ruleId }) => ruleId === 'LB004')
    if (config === undefined && isNone) return undefined
    throw error
  }
}
