/** Where a run stands among stages that follow one another. Asked with times that only grow. */
export class StageClock<Stage extends { readonly durationMs: number; readonly measured: boolean }> {
  readonly endMs: number
  readonly #stages: readonly {
    readonly stage: Stage
    readonly startMs: number
    readonly endMs: number
  }[]
  #at = 0

  constructor(stages: readonly Stage[]) {
    let endMs = 0
    this.#stages = stages.map((stage) => {
      const startMs = endMs
      endMs += stage.durationMs
      return { stage, startMs, endMs }
    })
    this.endMs = endMs
  }

  measured(ms: number): boolean {
    return this.#find(ms)?.stage.measured ?? false
  }

  /** The stage of a time, and how much of it has gone by, 0 to 1; undefined behind the last. */
  position(ms: number): { readonly stage: Stage; readonly share: number } | undefined {
    const found = this.#find(ms)
    if (found === undefined) return undefined
    return { stage: found.stage, share: (ms - found.startMs) / found.stage.durationMs }
  }

  #find(ms: number) {
    let found = this.#stages[this.#at]
    while (found !== undefined && ms >= found.endMs) found = this.#stages[++this.#at]
    return found
  }
}
