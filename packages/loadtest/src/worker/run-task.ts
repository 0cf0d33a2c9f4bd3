import type { Driver } from '../driver/session.js'
import { runLoad } from '../load/run-load.js'
import { Recorder } from '../record/recorder.js'
import type { OnSecond, RunningWorker, WorkerTask } from './worker-task.js'

/** Runs a worker's part of the load in this very thread. */
export function runTask(task: WorkerTask, driver: Driver, onSecond: OnSecond): RunningWorker {
  const recorder = new Recorder(task.scenario)
  const stop = new AbortController()
  let begin: (startMs: number) => void = () => undefined
  const began = new Promise<number>((resolve) => {
    begin = resolve
  })
  let isReady: () => void = () => undefined
  const ready = new Promise<void>((resolve) => {
    isReady = resolve
  })
  const run = async () => {
    const { loopDelay, ...facts } = await runLoad({
      ...{ scenario: task.scenario, share: task.share, driver, recorder, signal: stop.signal },
      begin: () => {
        isReady()
        return began
      },
      onSecond: (second) => {
        const seen = recorder.progress(second)
        if (seen) onSecond(seen)
      },
    })
    return { snapshot: recorder.snapshot(), facts: { ...facts, loopDelay: loopDelay.snapshot() } }
  }
  return {
    ready,
    begin: (startEpochMs) => begin(startEpochMs - performance.timeOrigin),
    stop: () => {
      stop.abort()
      // One that has not begun ends all the same.
      begin(performance.now())
    },
    result: run(),
  }
}
