/** Numbers the pipelines of a script; each call gives what is wrong, if something is. */
export interface Pipelines {
  /** Of the statement that comes now; undefined outside of a pipeline. */
  readonly current: () => number | undefined
  readonly startpipeline: () => string | undefined
  readonly endpipeline: () => string | undefined
  /** A Sync in the middle: what follows is a pipeline of its own. */
  readonly syncpipeline: () => string | undefined
}

export function pipelinesOf(): Pipelines {
  let count = 0
  let open = false
  const next = (wanted: boolean, problem: string) => () => {
    if (open !== wanted) return problem
    count += 1
    return undefined
  }
  const start = next(false, '\\startpipeline within a pipeline')
  const end = next(true, '\\endpipeline without \\startpipeline')
  return {
    current: () => (open ? count : undefined),
    startpipeline: () => {
      const problem = start()
      open = true
      return problem
    },
    endpipeline: () => {
      const problem = end()
      open = false
      return problem
    },
    syncpipeline: next(true, '\\syncpipeline without \\startpipeline'),
  }
}
