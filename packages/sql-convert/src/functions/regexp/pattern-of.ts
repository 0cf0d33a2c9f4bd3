import type { Bound } from '../../lower/bound.js'
import { STRING } from '../../type/spark-type.js'
import { constantText } from '../constant.js'
import type { FunctionCall } from '../rule.js'
import { ambiguity } from './ambiguity.js'
import type { Pattern } from './pattern.js'
import { type Groups, printPattern } from './print-pattern.js'
import { readPattern } from './read-pattern.js'
import { refusing } from './refusing.js'
import { withoutLazy } from './without-lazy.js'

export interface UsedPattern {
  /** Undefined where it is no literal. */
  readonly pattern?: Pattern
  readonly print: (groups: Groups) => Bound
}

const SPAN_DIFFERS =
  'Java takes alternatives and optional parts in their order, PostgreSQL those that make the match longest'

/** A pattern for a use: `matches` asks whether there is a match, `finds` also which text it is. */
export function patternOf(
  call: FunctionCall,
  source: Bound,
  use: 'finds' | 'matches',
): UsedPattern {
  const text = constantText(source)
  if (text === undefined) {
    if (use === 'finds') call.note('approximate', SPAN_DIFFERS)
    return dynamic(call, source)
  }
  const read = refusing(call, () => readPattern(text))
  const isLazy = use === 'finds' && ambiguity(read) === 'lazy'
  const pattern = isLazy ? withoutLazy(read) : read
  const doubt = use === 'finds' ? ambiguity(pattern) : undefined
  if (doubt === 'lazy') {
    return call.refuse(
      'the pattern mixes greedy and lazy quantifiers, which PostgreSQL takes as one kind',
      'Write a class without the character that ends it, [^"]* for .*?, or end the pattern with $.',
    )
  }
  if (doubt !== undefined) call.note('approximate', SPAN_DIFFERS)
  return {
    pattern,
    print: (groups) => ({ ...source, pg: { kind: 'text', value: printPattern(pattern, groups) } }),
  }
}

function dynamic(call: FunctionCall, source: Bound): UsedPattern {
  return {
    print: (groups) => {
      const text = 'spark_compat.java_pattern($1)'
      const pattern = groups === 'whole' ? `'(' || ${text} || ')'` : text
      return call.template(pattern, [source], STRING)
    },
  }
}
