import type { FailureSnapshot } from './recorder-snapshot.js'

interface Failure {
  readonly script: number
  readonly statement: number | undefined
  readonly code: string
  readonly message: string
  count: number
}

/** Counts failures by script, statement and code; each kind keeps the message of its first. */
export class FailureCounter {
  readonly #failures: Failure[] = []

  count(
    script: number,
    failure: { readonly statement?: number; readonly code: string; readonly message: string },
  ): void {
    const { statement, code, message } = failure
    // A run has a handful of kinds; a list needs no key to be built for each failure.
    for (const known of this.#failures)
      if (known.code === code && known.script === script && known.statement === statement) {
        known.count++
        return
      }
    this.#failures.push({ script, statement, code, message, count: 1 })
  }

  snapshot(): readonly FailureSnapshot[] {
    return this.#failures.map(({ statement, ...failure }) =>
      statement === undefined ? { ...failure } : { ...failure, statement },
    )
  }
}
