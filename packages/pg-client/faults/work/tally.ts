/** What has become of the work. */
export interface Tally {
  issued: number
  pending: number
  lost: number
  uncaught: number
  longestMs: number
  /** Ids of inserts and transfers. */
  readonly confirmed: string[]
  readonly rejected: string[]
  /** Ids that the application itself gave up, and that must not be there. */
  readonly aborted: string[]
  /** Runs one piece of work and writes down what comes of it. */
  readonly watch: (work: () => Promise<unknown>) => Promise<'done' | unknown>
  /** From then to the first piece of work that succeeded later, in milliseconds. */
  readonly firstSuccessAfter: (ms: number) => number | undefined
}

export function openTally(): Tally {
  const successes: number[] = []
  const tally: Tally = {
    issued: 0,
    pending: 0,
    lost: 0,
    uncaught: 0,
    longestMs: 0,
    confirmed: [],
    rejected: [],
    aborted: [],
    watch: async (work) => {
      const begunMs = Date.now()
      tally.issued++
      tally.pending++
      try {
        await work()
        successes.push(Date.now())
        return 'done'
      } catch (error) {
        return error
      } finally {
        tally.pending--
        tally.longestMs = Math.max(tally.longestMs, Date.now() - begunMs)
      }
    },
    firstSuccessAfter: (ms) => {
      const first = successes.find((at) => at >= ms)
      return first === undefined ? undefined : first - ms
    },
  }
  return tally
}
