import type { SecondSnapshot } from '../record/recorder-snapshot.js'
import type { WorkerResult } from './worker-task.js'

/** From a worker's thread. */
export type FromWorker =
  | { readonly kind: 'ready' }
  /** A new connection needs the password, or a fresh token. */
  | { readonly kind: 'password'; readonly request: number }
  | { readonly kind: 'second'; readonly second: SecondSnapshot }
  | { readonly kind: 'result'; readonly result: WorkerResult }

/** To a worker's thread. */
export type ToWorker =
  | { readonly kind: 'begin'; readonly startEpochMs: number }
  | { readonly kind: 'stop' }
  | {
      readonly kind: 'password'
      readonly request: number
      readonly password?: string
      /** Why there is none. */
      readonly error?: string
    }
