import { renamed } from '../renamed.js'
import type { FunctionRule } from '../rule.js'

const BOOLEANS: readonly FunctionRule[] = [
  { signature: 'bool_and(boolean) -> boolean', aggregate: 'bool_and($1)' },
  { signature: 'bool_or(boolean) -> boolean', aggregate: 'bool_or($1)' },
]

const BITS = ['bit_and', 'bit_or', 'bit_xor'].flatMap((name) =>
  ['bigint', 'int', 'smallint', 'tinyint'].map(
    (type): FunctionRule => ({
      signature: `${name}(${type}) -> ${type}`,
      aggregate: `${name}($1)`,
    }),
  ),
)

export const BOOLEAN_AND_BITS_RULES: readonly FunctionRule[] = [
  ...BOOLEANS,
  ...renamed(BOOLEANS, 'bool_and', 'every'),
  ...renamed(BOOLEANS, 'bool_or', 'any', 'some'),
  ...BITS,
]
