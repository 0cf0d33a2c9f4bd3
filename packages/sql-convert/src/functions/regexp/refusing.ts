import type { FunctionCall } from '../rule.js'
import { PatternError } from './pattern.js'

/** What PostgreSQL's regular expressions do not have becomes a refusal of the statement. */
export function refusing<T>(call: FunctionCall, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof PatternError)) throw error
    return call.refuse(
      error.message,
      'Write the pattern with what both know: classes, groups, * + ? {n,m}, | and (?= ).',
    )
  }
}
