import type { HistogramSnapshot } from '../histogram/histogram.js'
import type { LoadFacts } from '../load/run-load.js'
import type { WorkerShare } from '../load/worker-share.js'
import type { RecorderSnapshot, SecondSnapshot } from '../record/recorder-snapshot.js'
import type { Scenario } from '../scenario/scenario.js'
import type { Target } from '../target.js'

/** What a worker does: plain data, that travels to a thread. */
export interface WorkerTask {
  readonly scenario: Scenario
  readonly target: Omit<Target, 'password'>
  readonly share: WorkerShare
}

export interface WorkerResult {
  readonly snapshot: RecorderSnapshot
  readonly facts: Omit<LoadFacts, 'loopDelay'> & { readonly loopDelay: HistogramSnapshot }
}

/** A part of the run under way, in a thread of its own or in ours. */
export interface RunningWorker {
  /** All of its connections stand, or are tried again. */
  readonly ready: Promise<void>
  /** In ms since 1970, the same for all workers. */
  begin(startEpochMs: number): void
  /** What runs ends, nothing new begins. */
  stop(): void
  readonly result: Promise<WorkerResult>
}

/** Hears of each second that is over. */
export type OnSecond = (second: SecondSnapshot) => void
