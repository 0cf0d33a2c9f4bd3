import { setTimeout as wait } from 'node:timers/promises'

/** Waits for a state, however long a busy machine takes; the test's own time limit ends it. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await wait(5)
}
