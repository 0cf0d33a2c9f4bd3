import { existsSync } from 'node:fs'
import { type Exit, type Io, paint, usageError, userPath, wantsColor } from '@lakebase/cli-kit'
import { compareRuns, type RunReport } from '@lakebase/loadtest'
import type { CompareOptions } from '../commands/compare-command.js'
import { asHistoryFailure, openHistory } from '../history/open-history.js'
import { renderComparison } from '../render/terminal/render-comparison.js'
import { readRun } from '../report/read-run.js'
import type { ComparisonReport } from './comparison-report.js'

/** Two sides, each one run or several with commas between. */
export async function runCompare(
  options: CompareOptions,
  [before, after]: readonly string[],
  io: Io,
): Promise<Exit> {
  if (before === undefined || after === undefined) {
    throw usageError('a comparison has two sides', 'compare before.json after.json')
  }
  const confidence = share(options.confidence ?? '95%')
  const a = await readSide(before, options, io)
  const b = await readSide(after, options, io)
  const comparison = compareRuns(a, b, { confidence })
  const worse = comparison.differences.filter(({ finding }) => finding === 'worse').length
  const exit: Exit =
    options.check && worse > 0
      ? { code: 1, reason: `${worse} ${worse === 1 ? 'figure is' : 'figures are'} worse` }
      : { code: 0, reason: 'ok' }
  if (options.json) {
    const document: ComparisonReport = {
      ok: exit.code === 0,
      schemaVersion: 1,
      kind: 'comparison',
      comparison,
      exit,
    }
    io.stdout(`${JSON.stringify(document, null, 2)}\n`)
  } else {
    const colors = paint(wantsColor(options.color ?? 'auto', io.env, io.stdoutIsTty))
    io.stdout(renderComparison(comparison, { before, after, exit }, colors))
  }
  return exit
}

/** Files by their names; what is no file is looked for among the runs that were kept. */
async function readSide(
  side: string,
  { history }: CompareOptions,
  io: Io,
): Promise<readonly RunReport[]> {
  return Promise.all(
    side.split(',').map(async (name) => {
      if (existsSync(userPath(name, io.cwd))) return readRun(name, io.cwd)
      try {
        return await openHistory(history, io).find(name)
      } catch (error) {
        throw asHistoryFailure(error)
      }
    }),
  )
}

function share(text: string): number {
  const value = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text)
  if (value > 0 && value < 1) return value
  throw usageError(`--confidence: "${text}" is no share`, 'such as 95% or 0.99')
}
