import type { Target } from '@lakebase/loadtest'

/** A database to run against. */
export interface OpenedTarget {
  readonly target: Target
  /** For people; holds no secret. */
  readonly name: string
  /** Lets go of what was started for it. */
  readonly close: () => Promise<void>
}

/** A database that is there already. */
export function openedTarget(target: Target): OpenedTarget {
  const { host, port, database, applicationName = 'lakebase-loadtest' } = target
  return {
    target: { ...target, applicationName },
    name: `${host}:${port}/${database}`,
    close: async () => undefined,
  }
}
