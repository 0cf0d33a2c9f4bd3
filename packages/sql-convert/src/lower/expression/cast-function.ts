import type { Call } from '../../spark/ast/expression.js'
import { decimal, type SparkType } from '../../type/spark-type.js'

const TYPES: ReadonlyMap<string, SparkType> = new Map([
  ...(
    [
      'bigint',
      'binary',
      'boolean',
      'date',
      'double',
      'float',
      'int',
      'smallint',
      'string',
      'timestamp',
      'tinyint',
    ] as const
  ).map((kind): readonly [string, SparkType] => [kind, { kind }]),
  ['decimal', decimal(10, 0)],
])

/** `double(x)` is a cast; undefined for other functions. */
export function castFunction(name: string, call: Call): SparkType | undefined {
  return call.arguments.length === 1 ? TYPES.get(name) : undefined
}
