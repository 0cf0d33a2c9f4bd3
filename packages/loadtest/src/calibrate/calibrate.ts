import { LoadtestError } from '../loadtest-error.js'
import type { RunReport } from '../report/run-report.js'
import { figures } from '../report/verdict/words.js'
import type { SweepResult } from '../sweep/sweep-result.js'
import type { Calibration, MeasuredRate, MeasuredRateName } from './calibration.js'

/** A sweep and the endpoint that it ran on. */
export interface SweptEndpoint {
  readonly sweep: SweepResult
  /** Compute units of the endpoint: minimum and maximum were the same while the sweep ran. */
  readonly cu: number
  /** What its statements are: point reads, rows of continuous writes, or rows of bulk loads. */
  readonly measures: 'reads' | 'incremental' | 'bulk'
}

const NAMES = {
  reads: 'readsPerSecondPerCu',
  incremental: 'incrementalRowsPerSecondPerCu',
  bulk: 'bulkRowsPerSecondPerCu',
} as const satisfies Record<SweptEndpoint['measures'], MeasuredRateName>

/**
 * Rates per compute unit at the knees of sweeps. Of several sweeps of one kind the smallest counts:
 * a size between them should not be promised more.
 *
 * @throws LoadtestError `CALIBRATE` when a sweep found no knee of the database's own, or its scenario
 * mixes reads and writes, so that no rate is one of them.
 */
export function calibrate(endpoints: readonly SweptEndpoint[]): Calibration {
  const smallest = new Map<MeasuredRateName, MeasuredRate>()
  for (const rate of endpoints.map(rateOf)) {
    const known = smallest.get(rate.name)
    if (known === undefined || rate.value < known.value) smallest.set(rate.name, rate)
  }
  return { schemaVersion: 1, rates: [...smallest.values()] }
}

function rateOf({ sweep, cu, measures }: SweptEndpoint): MeasuredRate {
  const { outcome, scenario, steps } = sweep
  if (!(cu > 0)) throw refused(sweep, `an endpoint has more than 0 CU, not ${cu}`)
  if (outcome.kind !== 'knee') throw refused(sweep, NO_KNEE[outcome.kind])
  const held = steps.filter(({ rate, holds }) => rate === outcome.rate && holds)
  const last = held.at(-1)?.report
  if (last === undefined) throw refused(sweep, 'its steps are missing')
  const perSecond = median(held.map(({ report }) => ratePerSecond(sweep, report, measures)))
  const doubtful = held.some(({ report }) => report.verdicts.some(({ level }) => level !== 'note'))
  return {
    name: NAMES[measures],
    value: perSecond / cu,
    source: `measured: ${scenario.name} on ${last.target.address} with ${figures(cu)} CU, knee at ${figures(outcome.rate)} transactions/s`,
    asOf: last.startedAt.slice(0, 10),
    confidence: doubtful ? 'L' : 'M',
  }
}

const NO_KNEE = {
  client: 'the client was the limit, so the database may do more. Sweep from a larger client',
  above: 'the highest rate that was allowed still held. Sweep with a higher one',
  none: 'no rate held. Give objectives that the database can meet',
  interrupted: 'it was broken off',
} as const

/** Statements a second that read, or rows a second that were written. */
function ratePerSecond(
  sweep: SweepResult,
  report: RunReport,
  measures: SweptEndpoint['measures'],
): number {
  const worked = report.statements.filter(({ sql }) => kindOf(sql) !== 'control')
  const wanted = measures === 'reads' ? 'read' : 'write'
  const other = worked.find(({ sql }) => kindOf(sql) !== wanted)
  if (other)
    throw refused(
      sweep,
      `${other.id} of ${other.script} is no ${wanted}: where both run, the knee is of neither. Sweep a scenario of ${wanted}s alone`,
    )
  const counted = worked.reduce(
    (sum, { executed, failed, rows }) => sum + (wanted === 'read' ? executed - failed : rows),
    0,
  )
  if (counted === 0) throw refused(sweep, `its statements made no ${wanted}`)
  return counted / report.measuredSeconds
}

/** By the first word behind comments; a WITH may do both, and is a write when one of its parts is. */
function kindOf(sql: string): 'read' | 'write' | 'control' {
  const text = sql.replace(/^(?:\s+|--[^\n]*\n|\/\*[\s\S]*?\*\/)*/, '').toLowerCase()
  if (/^(?:insert|update|delete|merge|copy)\b/.test(text)) return 'write'
  if (/^with\b/.test(text))
    return /\b(?:insert|update|delete|merge)\b/.test(text) ? 'write' : 'read'
  return /^(?:select|values|table|\()/.test(text) ? 'read' : 'control'
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}

function refused({ scenario }: SweepResult, why: string): LoadtestError {
  return new LoadtestError('CALIBRATE', `The sweep of ${scenario.name} gives no rate: ${why}`)
}
