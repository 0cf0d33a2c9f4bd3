import type { Bound } from '../../lower/bound.js'
import { fromJson } from '../../lower/json-value.js'
import { type SparkType, TIMESTAMP } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'
import type { FunctionCall, FunctionRule } from '../rule.js'

const WINDOW: SparkType = {
  kind: 'struct',
  fields: [
    { name: 'start', type: TIMESTAMP },
    { name: 'end', type: TIMESTAMP },
  ],
}

/** Windows that stand side by side; those that overlap give several rows, which no expression can. */
export const TIME_WINDOW_RULES: readonly FunctionRule[] = [
  { signature: 'window(timestamp, string) -> struct', lower: tumbling },
  { signature: 'window(timestamp, string, any…) -> struct', lower: sliding },
  { signature: 'session_window(timestamp, any) -> struct', lower: sliding },
  { signature: 'window_time(struct) -> timestamp', lower: windowTime },
]

const UNITS = ['microsecond', 'millisecond', 'second', 'minute', 'hour', 'day', 'week']

function tumbling(call: FunctionCall): Bound {
  const { constant } = argument(call, 1)
  const [, amount, unit] = /^\s*(\d+)\s+(\w+?)s?\s*$/.exec(String(constant).toLowerCase()) ?? []
  if (amount === undefined || unit === undefined || !UNITS.includes(unit)) {
    return call.refuse('the length of the window must be a literal such as 5 minutes')
  }
  const length = `interval '${amount} ${unit}'`
  const start = `date_bin(${length}, $1, timestamptz 'epoch')`
  const text = `jsonb_build_object('start', ${start}, 'end', ${start} + ${length})`
  return call.template(text, [argument(call, 0)], WINDOW)
}

function sliding(call: FunctionCall): Bound {
  return call.refuse(
    'windows that overlap or end with a pause',
    'Join with generate_series instead.',
  )
}

function windowTime(call: FunctionCall): Bound {
  const end = call.template("($1 -> 'end')", [argument(call, 0)], { kind: 'variant' })
  const value = fromJson(end, TIMESTAMP)
  return call.template("($1 - interval '1 microsecond')", [value], TIMESTAMP)
}
