import type { SecondSnapshot } from '../record/recorder-snapshot.js'
import type { OnSecond } from './worker-task.js'

/** Waits until all workers have told of a second, and hands on what they said. */
export function secondsTogether(
  workers: number,
  onSecond: (parts: readonly SecondSnapshot[]) => void,
): OnSecond {
  const parts = new Map<number, SecondSnapshot[]>()
  return (part) => {
    const known = parts.get(part.second) ?? []
    known.push(part)
    parts.set(part.second, known)
    if (known.length < workers) return
    parts.delete(part.second)
    onSecond(known)
  }
}
