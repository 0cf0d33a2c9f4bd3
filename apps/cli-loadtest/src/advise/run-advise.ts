import {
  CliError,
  checkOutputs,
  type Exit,
  GENERATOR,
  type Io,
  interruptible,
  paint,
  parseOutputs,
  progressLine,
  userPath,
  wantsColor,
  writeFileAtomic,
} from '@lakebase/cli-kit'
import { type Advice, AdviseError, advise, applyAdvice } from '@lakebase/loadtest/advise'
import type { AdviseOptions } from '../commands/advise-command.js'
import { renderAdviceHtml } from '../render/html/advice/render-advice-html.js'
import { renderAdvice } from '../render/terminal/render-advice.js'
import { readRun } from '../report/read-run.js'
import { loadScenario } from '../scenario/load-scenario.js'
import { openSession, type Session } from '../target/open-session.js'
import { openTarget } from '../target/open-target.js'
import { readColumns } from '../target/with-columns.js'
import { toolVersion } from '../version.js'
import type { AdviceReport } from './advice-report.js'
import { confirm } from './confirm.js'
import { workloadQueries } from './workload-queries.js'

const CONNECT_TIMEOUT_MS = 10_000

/** Options, load, ask the database, render, write; with --apply change it. */
export async function runAdvise(
  options: AdviseOptions,
  args: readonly string[],
  io: Io,
): Promise<Exit> {
  const outputs = parseOutputs(options.outputs, ['json', 'html'])
  checkOutputs(outputs, io.cwd, options.force)
  const run = options.report === undefined ? undefined : readRun(options.report, io.cwd)
  const loaded = loadScenario(options, args, io)
  const report = await interruptible(io, async (signal) => {
    const opened = await openTarget(loaded, options, io, signal)
    try {
      const session = await openSession(opened.target, CONNECT_TIMEOUT_MS)
      try {
        const scenario = await readColumns(loaded.scenario, session)
        const queries = workloadQueries(scenario, run)
        const advice = await ask(queries, session, run?.server?.cacheHit, options, io, signal)
        const applied = options.apply
          ? await apply(advice, session, opened.name, options, io, signal)
          : []
        return adviceReport(advice, applied, loaded.source, opened.name, options, io)
      } finally {
        await session.close()
      }
    } finally {
      await opened.close()
    }
  })
  for (const { path, format } of outputs) {
    const text = format === 'html' ? renderAdviceHtml(report) : json(report)
    if (path !== '-') writeFileAtomic(userPath(path, io.cwd), text)
  }
  const colors = paint(wantsColor(options.color ?? 'auto', io.env, io.stdoutIsTty))
  const toStdout = options.json || outputs.some(({ path }) => path === '-')
  io.stdout(toStdout ? json(report) : renderAdvice(report, colors))
  return report.exit
}

async function ask(
  queries: Parameters<typeof advise>[0],
  { runSql }: Session,
  cacheHit: number | undefined,
  { embedded, build, analyze, quiet }: AdviseOptions,
  io: Io,
  signal: AbortSignal,
): Promise<Advice> {
  const progress = progressLine(io, quiet)
  try {
    return await advise(queries, runSql, {
      allowBuild: embedded || build,
      ...(analyze !== undefined && { analyze }),
      ...(cacheHit !== undefined && { cacheHit }),
      signal,
      onProgress: ({ phase, done, total }) => progress.show(`${phase} ${done} of ${total}`),
    })
  } catch (error) {
    throw asCliError(error)
  } finally {
    progress.clear()
  }
}

async function apply(
  { proposals }: Advice,
  { runSql }: Session,
  name: string,
  { yes, quiet }: AdviseOptions,
  io: Io,
  signal: AbortSignal,
): Promise<readonly string[]> {
  if (proposals.length === 0) return []
  const statements = proposals.map(({ statement }) => statement)
  for (const statement of statements) io.stderr(`  ${statement};\n`)
  if (!yes && !(await confirm(`Create ${statements.length} on ${name}?`, io, signal))) return []
  const progress = progressLine(io, quiet)
  try {
    const applied = await applyAdvice(statements, runSql, {
      signal,
      onProgress: ({ done, total, name: index = '' }) =>
        progress.show(`${done} of ${total} ${index}`),
    })
    return applied.map(({ name: index }) => index)
  } catch (error) {
    throw asCliError(error)
  } finally {
    progress.clear()
  }
}

function adviceReport(
  advice: Advice,
  applied: readonly string[],
  source: string,
  target: string,
  { check }: AdviseOptions,
  io: Io,
): AdviceReport {
  const open = advice.proposals.filter(({ name }) => !applied.includes(name)).length
  const exit: Exit =
    check && open > 0
      ? { code: 1, reason: `${open} ${open === 1 ? 'index is' : 'indexes are'} missing` }
      : { code: 0, reason: 'ok' }
  return {
    ok: exit.code === 0,
    schemaVersion: 1,
    kind: 'advice',
    generator: GENERATOR,
    version: toolVersion(),
    generatedAt: io.now().toISOString(),
    source,
    target,
    advice,
    applied,
    exit,
  }
}

function json(report: AdviceReport): string {
  return `${JSON.stringify(report, null, 2)}\n`
}

function asCliError(error: unknown): unknown {
  if (!(error instanceof AdviseError)) return error
  const { code, message } = error
  const finding = { ruleId: `ADVISE_${code}`, level: 'error', message } as const
  const isRemote = code === 'SERVER_TOO_OLD' || code === 'UNEXPECTED_ANSWER'
  return new CliError(isRemote ? 5 : code === 'SYNTAX' ? 3 : 1, [finding], { cause: error })
}
