import type { Verdict } from '../run-report.js'
import { figures } from './words.js'

/** A start up to this much behind its moment, or behind that of another shard, is worth no word. */
export const TOGETHER_MS = 1000

/** LT118: the start was given, and what had to be ready by then was not. */
export function lateStart(lateMs: number): readonly Verdict[] {
  if (lateMs <= TOGETHER_MS) return []
  return [
    {
      ruleId: 'LT118',
      level: 'warn',
      message: `The load began ${figures(lateMs / 1000)} s behind the moment that it was to start at: connections and workers were not ready before`,
      hint: 'give a later start, so that every shard is ready by then',
    },
  ]
}
