import type { Cursor } from './cursor.js'

type Outcome<T> = { readonly value: T; readonly end: number } | { readonly error: unknown }

/**
 * What a rule gave at each place, so that it reads each place once: a second try gives what the first
 * gave. Some rules are tried and taken back, and hold others that are too; without memory the tries would
 * multiply with the depth of the text.
 */
export class Memory<T> {
  readonly #outcomes = new Map<number, Outcome<T>>()

  once(cursor: Cursor, rule: () => T): T {
    const start = cursor.position()
    const known = this.#outcomes.get(start)
    const outcome = known ?? attempt(cursor, rule)
    if (!known) this.#outcomes.set(start, outcome)
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
