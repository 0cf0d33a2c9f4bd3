import type { Bound } from '../../lower/bound.js'
import { arrayOf, BOOLEAN, INT, type SparkType, STRING } from '../../type/spark-type.js'
import { constantInteger, constantText, isConstantNull } from '../constant.js'
import { nullOf } from '../null-of.js'
import { renamed } from '../renamed.js'
import type { FunctionCall, FunctionRule } from '../rule.js'
import { patternOf, type UsedPattern } from './pattern-of.js'
import { refusing } from './refusing.js'
import { postgresReplacement } from './replacement.js'

const RULES: readonly FunctionRule[] = [
  { signature: 'rlike(string, string) -> boolean', lower: rlike },
  {
    signature: 'regexp_count(string, string) -> int',
    lower: (call) => simple(call, 'regexp_count', INT),
  },
  {
    signature: 'regexp_instr(string, string) -> int',
    lower: (call) => simple(call, 'regexp_instr', INT),
  },
  {
    signature: 'regexp_instr(string, string, int) -> int',
    lower: (call) => simple(call, 'regexp_instr', INT),
  },
  { signature: 'regexp_substr(string, string) -> string', lower: substr },
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

const STRINGS = arrayOf(STRING)

function rlike(call: FunctionCall): Bound {
  return onPattern(call, 'matches', 'none', '($1 ~ $2)', BOOLEAN)
}

function simple(call: FunctionCall, name: string, type: SparkType): Bound {
  return onPattern(call, 'finds', 'none', `${name}($1, $2)`, type)
}

/** An empty match counts as none. */
function substr(call: FunctionCall): Bound {
  return onPattern(call, 'finds', 'none', "nullif(regexp_substr($1, $2), '')", STRING)
}

function onPattern(
  call: FunctionCall,
  use: 'finds' | 'matches',
  groups: 'none',
  text: string,
  type: SparkType,
): Bound {
  const [value, source] = call.arguments
  if (value === undefined || source === undefined) return call.refuse('a pattern is missing')
  return call.template(text, [value, patternOf(call, source, use).print(groups)], type)
}

/** NULL for the group gives NULL. */
function hasNullGroup(call: FunctionCall): boolean {
  return isConstantNull(call.arguments[2])
}

/** The group that is asked for: the first by default; 0 is the whole match. */
function groupOf(call: FunctionCall, used: UsedPattern): number {
  const given = call.arguments[2]
  const group = given === undefined ? 1 : constantInteger(given)
  if (group === undefined || group < 0) {
    return call.refuse('the group must be a literal number from 0 on')
  }
  if (used.pattern !== undefined && group > used.pattern.groups) {
    return call.refuse(`the pattern has no group ${group}`)
  }
  return group
}

function extract(call: FunctionCall): Bound {
  if (hasNullGroup(call)) return nullOf(call, STRING)
  const [value, source] = call.arguments
  if (value === undefined || source === undefined) return call.refuse('a pattern is missing')
  const used = patternOf(call, source, 'finds')
  const group = groupOf(call, used)
  const found = group === 0 ? 'regexp_substr($1, $2)' : `regexp_substr($1, $2, 1, 1, '', ${group})`
  const pattern = used.print(group === 0 ? 'none' : 'kept')
  return call.template(
    `CASE WHEN $1 IS NOT NULL THEN coalesce(${found}, '') END`,
    [value, pattern],
    STRING,
  )
}

function extractAll(call: FunctionCall): Bound {
  if (hasNullGroup(call)) return nullOf(call, STRINGS)
  const [value, source] = call.arguments
  if (value === undefined || source === undefined) return call.refuse('a pattern is missing')
  const used = patternOf(call, source, 'finds')
  const group = groupOf(call, used)
  const pattern = used.print(group === 0 ? 'whole' : 'kept')
  const match = call.fresh('m')
  return call.template(
    `CASE WHEN $1 IS NOT NULL THEN ARRAY(SELECT coalesce(${match}[${Math.max(group, 1)}], '') FROM regexp_matches($1, $2, 'g') AS ${match}) END`,
    [value, pattern],
    STRINGS,
  )
}

function replace(call: FunctionCall): Bound {
  const [value, source, replacement, start] = call.arguments
  if (value === undefined || source === undefined || replacement === undefined) {
    return call.refuse('an argument is missing')
  }
  const used = patternOf(call, source, 'finds')
  const values = [value, used.print('kept'), replacementOf(call, used, replacement)]
  if (start === undefined || constantInteger(start) === 1) {
    return call.template("regexp_replace($1, $2, $3, 'g')", values, STRING)
  }
  if (!isConstantNull(start) && (constantInteger(start) ?? 1) < 1) {
    return call.refuse('the position must be positive')
  }
  return call.template(
    "left($1, $4 - 1) || regexp_replace(substr($1, $4), $2, $3, 'g')",
    [...values, start],
    STRING,
  )
}

function replacementOf(call: FunctionCall, { pattern }: UsedPattern, replacement: Bound): Bound {
  const text = constantText(replacement)
  if (pattern === undefined || text === undefined) {
    return call.template('spark_compat.java_replacement($1)', [replacement], STRING)
  }
  const written = refusing(call, () => postgresReplacement(text, pattern))
  return { ...replacement, pg: { kind: 'text', value: written } }
}

function split(call: FunctionCall): Bound {
  const [value, source, limit] = call.arguments
  if (value === undefined || source === undefined) return call.refuse('a pattern is missing')
  if (constantText(source) === '') {
    return call.template(
      'spark_compat.split_letters($1, $2)',
      [value, limit ?? noLimit(call)],
      STRINGS,
    )
  }
  const pattern = patternOf(call, source, 'finds').print('none')
  const count = limit === undefined ? -1 : constantInteger(limit)
  if (count !== undefined && count <= 0) {
    return call.template('regexp_split_to_array($1, $2)', [value, pattern], STRINGS)
  }
  return call.template(
    'spark_compat.split($1, $2, $3)',
    [value, pattern, limit ?? noLimit(call)],
    STRINGS,
  )
}

function noLimit(call: FunctionCall): Bound {
  return call.template('-1', [], INT)
}
