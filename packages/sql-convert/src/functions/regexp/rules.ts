import type { Bound } from '../../lower/bound.js'
import { BOOLEAN, INT, type SparkType, STRING } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'
import { renamed } from '../renamed.js'
import type { FunctionCall, FunctionRule } from '../rule.js'
import { extract, extractAll } from './extract.js'
import { patternOf } from './pattern-of.js'
import { replace } from './replace.js'
import { split } from './split.js'

const RULES: readonly FunctionRule[] = [
  { signature: 'rlike(string, string) -> boolean', lower: rlike },
  {
    signature: 'regexp_count(string, string) -> int',
    lower: (call) => found(call, 'regexp_count($1, $2)', INT),
  },
  ...['', ', int'].map(
    (index): FunctionRule => ({
      signature: `regexp_instr(string, string${index}) -> int`,
      lower: (call) => found(call, 'regexp_instr($1, $2)', INT),
    }),
  ),
  {
    // An empty match counts as none.
    signature: 'regexp_substr(string, string) -> string',
    lower: (call) => found(call, "nullif(regexp_substr($1, $2), '')", STRING),
  },
  { signature: 'regexp_extract(string, string) -> string', lower: extract },
  { signature: 'regexp_extract(string, string, int) -> string', lower: extract },
  { signature: 'regexp_extract_all(string, string) -> array<string>', lower: extractAll },
  { signature: 'regexp_extract_all(string, string, int) -> array<string>', lower: extractAll },
  { signature: 'regexp_replace(string, string, string) -> string', lower: replace },
  { signature: 'regexp_replace(string, string, string, int) -> string', lower: replace },
  { signature: 'split(string, string) -> array<string>', lower: split },
  { signature: 'split(string, string, int) -> array<string>', lower: split },
]

/** Regular expressions of Java; literal patterns are translated here, others when they run. */
export const REGEXP_RULES: readonly FunctionRule[] = [
  ...RULES,
  ...renamed(RULES, 'rlike', 'regexp', 'regexp_like'),
]

function rlike(call: FunctionCall): Bound {
  const pattern = patternOf(call, argument(call, 1), 'matches').print('none')
  return call.template('($1 ~ $2)', [argument(call, 0), pattern], BOOLEAN)
}

function found(call: FunctionCall, text: string, type: SparkType): Bound {
  const pattern = patternOf(call, argument(call, 1), 'finds').print('none')
  return call.template(text, [argument(call, 0), pattern], type)
}
