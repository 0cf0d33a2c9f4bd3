import type { Bound } from '../../lower/bound.js'
import type { SparkType } from '../../type/spark-type.js'
import { BINARY, STRING } from '../../type/spark-type.js'
import { constantInteger, constantText } from '../constant.js'
import { renamed } from '../renamed.js'
import type { FunctionCall, FunctionRule } from '../rule.js'

const RULES: readonly FunctionRule[] = [
  { signature: 'substring(string, int) -> string', lower: (call) => substring(call, STRING) },
  { signature: 'substring(string, int, int) -> string', lower: (call) => substring(call, STRING) },
  { signature: 'substring(binary, int) -> binary', lower: (call) => substring(call, BINARY) },
  { signature: 'substring(binary, int, int) -> binary', lower: (call) => substring(call, BINARY) },
  { signature: 'left(string, int) -> string', lower: (call) => side(call, 'left') },
  { signature: 'left(binary, int) -> binary', sql: 'substr($1, 1, greatest($2, 0 * $2))' },
  { signature: 'right(string, int) -> string', lower: (call) => side(call, 'right') },
  { signature: 'substring_index(string, string, int) -> string', lower: substringIndex },
  { signature: 'split_part(string, string, int) -> string', sql: 'split_part($1, $2, $3)' },
  { signature: 'overlay(string, string, int) -> string', lower: (call) => overlay(call, STRING) },
  {
    signature: 'overlay(string, string, int, int) -> string',
    lower: (call) => overlay(call, STRING),
  },
  { signature: 'overlay(binary, binary, int) -> binary', lower: (call) => overlay(call, BINARY) },
  {
    signature: 'overlay(binary, binary, int, int) -> binary',
    lower: (call) => overlay(call, BINARY),
  },
]

/** Parts of a string by place. */
export const SUBSTRING_RULES: readonly FunctionRule[] = [
  ...RULES,
  ...renamed(RULES, 'substring', 'substr'),
]

/** A place counted from the left needs no help: Postgres differs for 0, for negative places and lengths. */
function substring(call: FunctionCall, type: SparkType): Bound {
  const [, start, length] = call.arguments
  const isPlain = isAtLeast(start, 1) && (length === undefined || isAtLeast(length, 0))
  const name = isPlain ? 'substr' : 'spark_compat.substr'
  return call.template(`${name}(${places(call)})`, call.arguments, type)
}

/** A negative length is none; GREATEST would make 0 of NULL. */
function side(call: FunctionCall, name: 'left' | 'right'): Bound {
  const length = isAtLeast(call.arguments[1], 0) ? '$2' : 'greatest($2, 0 * $2)'
  return call.template(`${name}($1, ${length})`, call.arguments, STRING)
}

/** The first or last piece at a single character is the same as split_part's. */
function substringIndex(call: FunctionCall): Bound {
  const count = constantInteger(call.arguments[2])
  const isOne = constantText(call.arguments[1])?.length === 1 && Math.abs(count ?? 0) === 1
  const name = isOne ? 'split_part' : 'spark_compat.substring_index'
  return call.template(`${name}($1, $2, $3)`, call.arguments, STRING)
}

function overlay(call: FunctionCall, type: SparkType): Bound {
  const [, , start, length] = call.arguments
  const isPlain = isAtLeast(start, 1) && (length === undefined || isAtLeast(length, 0))
  if (!isPlain) return call.template(`spark_compat.overlay(${places(call)})`, call.arguments, type)
  const text = length === undefined ? '' : ' FOR $4'
  return call.template(`overlay($1 PLACING $2 FROM $3${text})`, call.arguments, type)
}

function places(call: FunctionCall): string {
  return call.arguments.map((_, place) => `$${place + 1}`).join(', ')
}

function isAtLeast(value: Bound | undefined, least: number): boolean {
  const constant = constantInteger(value)
  return constant !== undefined && constant >= least
}
