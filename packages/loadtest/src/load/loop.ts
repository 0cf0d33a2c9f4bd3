import type { OnEnded } from './pool.js'

/** What makes arrivals. */
export interface Loop {
  /** Of the last stage, in ms of the run. */
  readonly endMs: number
  readonly onEnded: OnEnded
  /** Called every few milliseconds, first at the start. */
  tick(nowMs: number): void
  stop(): void
  /** Milliseconds that the client only burnt to be on time. */
  readonly spunMs: number
}
