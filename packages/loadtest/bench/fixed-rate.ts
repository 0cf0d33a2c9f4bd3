import { Histogram } from '../src/histogram/histogram.js'
import type { RunReport } from '../src/report/run-report.js'
import type { Target } from '../src/target.js'
import { type PgbenchRun, runPgbench } from './pgbench.js'
import { type Timing, type Turn, takeTurns } from './windows.js'
import { selectOnly } from './workload.js'

export interface RateResult {
  readonly rate: number
  /** Microseconds. */
  readonly rows: readonly {
    readonly figure: string
    readonly ours: number
    readonly pgbench?: number
    readonly ratio?: number
  }[]
}

const CLIENTS = 8
/** Long turns, for pgbench's log in counts as its CPU. */
export const RATE_TIMING: Timing = { warmUp: 10, turn: 5, pause: 6 }
const PERCENTILES = [50, 90, 95, 99]

/** The same arrivals a second from both: response from the intended start, service from the sending. */
export async function runFixedRate(
  target: Target,
  rate: number,
  { rounds, compare }: { readonly rounds: number; readonly compare: boolean },
): Promise<RateResult> {
  const theirs: PgbenchRun[] = []
  const { turns, report } = await takeTurns(
    {
      ...{ script: selectOnly.script, target, clients: CLIENTS, workers: 1, rounds },
      rate,
      timing: RATE_TIMING,
    },
    async () => {
      if (!compare) return
      theirs.push(
        await runPgbench({
          ...{ port: target.port, sslmode: 'disable', clients: CLIENTS, threads: 1, rate },
          ...{ seconds: RATE_TIMING.turn, script: selectOnly.pgbench },
        }),
      )
    },
  )
  return { rate, rows: rowsOf(turns, report, compare ? theirs : undefined) }
}

function rowsOf(
  turns: readonly Turn[],
  report: RunReport,
  theirs: readonly PgbenchRun[] | undefined,
): RateResult['rows'] {
  const log = theirs?.flatMap((run) => run.log)
  const lag = Histogram.decode(report.generator.scheduleLag?.histogram ?? '')
  const row = (figure: string, ours: number, pgbench: number | undefined) => ({
    ...{ figure, ours },
    ...(pgbench !== undefined && { pgbench, ratio: ours / pgbench }),
  })
  const percentiles = (figure: 'response' | 'service') => {
    const ours = Histogram.decode(report.total[figure].histogram)
    const values = log?.map(({ responseUs, lagUs }) =>
      figure === 'response' ? responseUs : responseUs - lagUs,
    )
    return PERCENTILES.map((percentile) => {
      const pgbench = values && percentileOf(values, percentile)
      return row(`${figure} p${percentile}`, ours.percentile(percentile), pgbench)
    })
  }
  const means = (figure: 'perSecond' | 'cpuUs') => {
    const ours = meanOf(turns.map((turn) => turn[figure]))
    return [ours, theirs && meanOf(theirs.map((run) => run[figure]))] as const
  }
  return [
    row('transactions a second', ...means('perSecond')),
    row('CPU us a transaction', ...means('cpuUs')),
    row('schedule lag, mean', lag.mean, log && meanOf(log.map(({ lagUs }) => lagUs))),
    ...percentiles('response'),
    ...percentiles('service'),
  ]
}

function percentileOf(values: readonly number[], percentile: number): number {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.ceil((percentile / 100) * sorted.length) - 1)] ?? 0
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
