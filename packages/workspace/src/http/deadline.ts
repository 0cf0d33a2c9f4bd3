import { WorkspaceError } from '../workspace-error.js'

/** A signal that ends a call: when its time is over, or when the caller has had enough. */
export interface Deadline {
  /** Its reason is the {@link WorkspaceError} to throw. */
  readonly signal: AbortSignal
  /** Forgets timer and caller. Always to be called. */
  end(): void
}

export function startDeadline(what: string, timeoutMs: number, caller?: AbortSignal): Deadline {
  const controller = new AbortController()
  const onAbort = () => {
    const { reason }: { readonly reason?: unknown } = caller ?? {}
    const isOurs = reason instanceof WorkspaceError
    // A deadline within a deadline ends for the reason of the outer one.
    controller.abort(
      isOurs ? reason : new WorkspaceError('ABORTED', `${what}: given up by the caller`),
    )
  }
  const timer = setTimeout(() => {
    const message = `${what}: no result within ${timeoutMs / 1000} s`
    controller.abort(new WorkspaceError('TIMEOUT', message, { sent: 'maybe' }))
  }, timeoutMs)
  if (caller?.aborted) onAbort()
  else caller?.addEventListener('abort', onAbort, { once: true })
  return {
    signal: controller.signal,
    end() {
      clearTimeout(timer)
      caller?.removeEventListener('abort', onAbort)
    },
  }
}

/** What the signal says when it is aborted, else the promise's result, whichever is first. */
export async function unlessAborted<Value>(
  promise: Promise<Value>,
  signal: AbortSignal,
): Promise<Value> {
  signal.throwIfAborted()
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason)
    signal.addEventListener('abort', onAbort, { once: true })
    promise
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', onAbort))
      .catch(() => undefined)
  })
}
