import type { FailureSnapshot, RecorderSnapshot } from '../record/recorder-snapshot.js'
import { statementsOf } from '../record/statements-of.js'
import type { Scenario } from '../scenario/scenario.js'
import type { ConnectingFigures, ErrorFigures } from './run-report.js'

/** Failures by script, statement and code, most frequent first. */
export function errorFigures(
  scenario: Scenario,
  snapshots: readonly RecorderSnapshot[],
): readonly ErrorFigures[] {
  const statements = statementsOf(scenario)
  const named = (failure: FailureSnapshot): ErrorFigures => {
    const { script, statement, code, message, count } = failure
    const id = statement === undefined ? undefined : statements[statement]?.step.id
    return {
      code,
      script: scenario.scripts[script]?.id ?? '',
      ...(id !== undefined && { statement: id }),
      message,
      count,
    }
  }
  return mergeErrors(snapshots.flatMap(({ failures }) => failures.map(named)))
}

/** Failures of several workers or shards; each kind keeps the first message, the most frequent is first. */
export function mergeErrors(errors: readonly ErrorFigures[]): readonly ErrorFigures[] {
  return merged(errors, ({ code, script, statement }) => JSON.stringify([code, script, statement]))
}

export function mergeConnectErrors(
  errors: ConnectingFigures['errors'],
): ConnectingFigures['errors'] {
  return merged(errors, ({ code }) => code)
}

function merged<T extends { readonly count: number }>(
  errors: readonly T[],
  keyOf: (error: T) => string,
): readonly T[] {
  const byKey = new Map<string, T>()
  for (const error of errors) {
    const key = keyOf(error)
    const known = byKey.get(key)
    byKey.set(key, known === undefined ? error : { ...known, count: known.count + error.count })
  }
  return [...byKey.values()].sort((a, b) => b.count - a.count)
}
