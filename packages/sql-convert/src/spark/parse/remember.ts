import type { Cursor } from './cursor.js'

type Outcome<T> = { readonly value: T; readonly end: number } | { readonly error: unknown }

/**
 * A rule that reads each place once: a second try at the same place gives what the first gave. Some rules
 * are tried and taken back, and hold others that are too; without memory the tries would multiply with the
 * depth of the text.
 */
export function remembered<T>(cursor: Cursor, rule: () => T): () => T {
  const outcomes = new Map<number, Outcome<T>>()
  return () => {
    const start = cursor.position()
    const outcome = outcomes.get(start) ?? attempt(cursor, rule)
    outcomes.set(start, outcome)
    if ('error' in outcome) throw outcome.error
    cursor.reset(outcome.end)
    return outcome.value
  }
}

function attempt<T>(cursor: Cursor, rule: () => T): Outcome<T> {
  try {
    return { value: rule(), end: cursor.position() }
  } catch (error) {
    return { error }
  }
}
