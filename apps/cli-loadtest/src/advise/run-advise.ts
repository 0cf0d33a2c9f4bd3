import {
  checkOutputs,
  type Exit,
  type Io,
  interruptible,
  paint,
  parseOutputs,
  userPath,
  wantsColor,
  writeFileAtomic,
} from '@lakebase/cli-kit'
import type { AdviseOptions } from '../commands/advise-command.js'
import { renderAdviceHtml } from '../render/html/advice/render-advice-html.js'
import { renderAdvice } from '../render/terminal/render-advice.js'
import { readRun } from '../report/read-run.js'
import { loadScenario } from '../scenario/load-scenario.js'
import { openSession } from '../target/open-session.js'
import { openTarget } from '../target/open-target.js'
import { readColumns } from '../target/with-columns.js'
import type { AdviceReport } from './advice-report.js'
import { applyProposals } from './apply-proposals.js'
import { askForAdvice } from './ask-for-advice.js'
import { makeAdviceReport } from './make-advice-report.js'
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
        const advice = await askForAdvice(
          queries,
          session,
          run?.server?.cacheHit,
          options,
          io,
          signal,
        )
        const applied = options.apply
          ? await applyProposals(advice, session, opened.name, options, io, signal)
          : []
        return makeAdviceReport(advice, applied, loaded.source, opened.name, options, io)
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

function json(report: AdviceReport): string {
  return `${JSON.stringify(report, null, 2)}\n`
}
