import { type Exit, formatTable, type Io } from '@lakebase/cli-kit'
import type { RunReport } from '@lakebase/loadtest'
import type { HistoryOptions } from '../commands/history-command.js'
import { figures, milliseconds } from '../render/format.js'
import type { HistoryReport, KeptRun } from './history-report.js'
import { asHistoryFailure, openHistory } from './open-history.js'

/** Reads what was kept, prints a line each. */
export async function runHistory(options: HistoryOptions, io: Io): Promise<Exit> {
  const history = openHistory(options.history, io)
  const exit: Exit = { code: 0, reason: 'ok' }
  try {
    const ids = await history.list()
    const runs = await Promise.all(ids.map(async (id) => keptRun(id, await history.find(id))))
    if (options.json) {
      const document: HistoryReport = { ok: true, schemaVersion: 1, kind: 'history', runs, exit }
      io.stdout(`${JSON.stringify(document, null, 2)}\n`)
    } else io.stdout(runs.length === 0 ? 'no run was kept: run --save keeps one\n' : table(runs))
    return exit
  } catch (error) {
    throw asHistoryFailure(error)
  }
}

function keptRun(id: string, { scenario, startedAt, total, complete }: RunReport): KeptRun {
  const { perSecond, response, failed } = total
  const { p50, p99 } = response
  return { id, scenario: scenario.name, startedAt, perSecond, p50, p99, failed, complete }
}

function table(runs: readonly KeptRun[]): string {
  const right = (title: string) => ({ title, align: 'right' }) as const
  const lines = formatTable(
    [
      { title: 'run' },
      { title: 'scenario' },
      right('rate/s'),
      right('p50 ms'),
      right('p99'),
      right('failed'),
      { title: '' },
    ],
    runs.map(({ id, scenario, perSecond, p50, p99, failed, complete }) => [
      id,
      scenario,
      figures(perSecond),
      milliseconds(p50),
      milliseconds(p99),
      figures(failed),
      complete ? '' : 'partial',
    ]),
  )
  return `${lines.join('\n')}\n`
}
