import { LoadtestError } from '../../loadtest-error.js'
import type { Objective } from '../../scenario/scenario.js'

const OBJECTIVE =
  /^(?:(?<script>[^=<>]+):)?\s*(?<metric>p\d+(?:\.\d+)?|mean|errors|rate|throughput)\s*(?<sign><=|>=|=)\s*(?<bound>\d+(?:\.\d+)?)\s*(?<unit>[a-zµ%/]*)$/u

type Units = ReadonlyMap<string, (value: number) => number>

const MILLISECONDS: Units = new Map([
  ['us', (us: number) => us / 1000],
  ['µs', (us: number) => us / 1000],
  ['ms', (ms: number) => ms],
  ['s', (seconds: number) => seconds * 1000],
])
const SHARES: Units = new Map([
  ['', (share: number) => share],
  ['%', (percent: number) => percent / 100],
])
const RATES: Units = new Map([
  ['', (perSecond: number) => perSecond],
  ['/s', (perSecond: number) => perSecond],
  ['/min', (perMinute: number) => perMinute / 60],
])

/**
 * `p99=10ms`, `p99.9<=1s`, `mean=2ms`, `errors=0.1%`, `rate>=500/s`; for one script `orders:p99=10ms`.
 *
 * @throws LoadtestError `OBJECTIVE` with what is wrong and how it is written.
 */
export function parseObjective(text: string): Objective {
  const { script, metric, sign, bound, unit = '' } = OBJECTIVE.exec(text.trim())?.groups ?? {}
  if (metric === undefined || bound === undefined) throw wrong(text, 'it is none that we know')
  const of = script === undefined ? {} : { script: script.trim() }
  const value = Number(bound)
  if (metric === 'rate' || metric === 'throughput') {
    if (sign === '<=') throw wrong(text, 'a rate is to be at least so high: write >=')
    return { metric: 'throughput', atLeast: inUnit(text, unit, RATES, 'a rate')(value), ...of }
  }
  if (sign === '>=') throw wrong(text, `${metric} is to be at most so high: write = or <=`)
  if (metric === 'errors') {
    const atMost = inUnit(text, unit, SHARES, 'a share')(value)
    if (atMost > 1) throw wrong(text, 'a share of failures is 0 to 100%')
    return { metric, atMost, ...of }
  }
  const atMostMs = inUnit(text, unit, MILLISECONDS, 'a time')(value)
  if (metric === 'mean') return { metric, atMostMs, ...of }
  const percentile = Number(metric.slice(1))
  if (percentile < 50 || percentile > 100) throw wrong(text, 'a percentile is 50 to 100')
  return { metric: 'latency', percentile, atMostMs, ...of }
}

function inUnit(text: string, unit: string, units: Units, what: string): (value: number) => number {
  const convert = units.get(unit)
  if (convert !== undefined) return convert
  const known = [...units.keys()].filter((name) => name !== '').join(', ')
  throw wrong(text, `${what} is in ${known}`)
}

function wrong(text: string, why: string): LoadtestError {
  return new LoadtestError(
    'OBJECTIVE',
    `"${text}" is no objective: ${why}. Write p99=10ms, mean=2ms, errors=0.1% or rate>=500/s, for one script orders:p99=10ms`,
  )
}
