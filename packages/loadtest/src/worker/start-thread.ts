import { Worker } from 'node:worker_threads'
import { LoadtestError } from '../loadtest-error.js'
import type { Target } from '../target.js'
import type { FromWorker, ToWorker } from './messages.js'
import type { OnSecond, RunningWorker, WorkerResult, WorkerTask } from './worker-task.js'

/** Runs a worker's part of the load in a thread of its own; passwords are asked for in this one. */
export function startThread(
  task: WorkerTask,
  password: Target['password'],
  onSecond: OnSecond,
): RunningWorker {
  const thread = new Worker(threadFile(), {
    workerData: { task, hasPassword: password !== undefined },
  })
  const send = (message: ToWorker) => thread.postMessage(message)
  let isReady: () => void = () => undefined
  let isLost: (error: unknown) => void = () => undefined
  const ready = new Promise<void>((resolve, reject) => {
    isReady = resolve
    isLost = reject
  })
  const result = new Promise<WorkerResult>((resolve, reject) => {
    const lost = (why: string, cause?: unknown) => {
      const error = new LoadtestError('WORKER', `A thread of the load test ${why}.`, { cause })
      isLost(error)
      reject(error)
    }
    thread.on('message', (message: FromWorker) => {
      if (message.kind === 'ready') isReady()
      else if (message.kind === 'second') onSecond(message.second)
      else if (message.kind === 'password')
        void answerPassword(password, message.request).then(send)
      else resolve(message.result)
    })
    thread.on('error', (error) => lost(`failed: ${error.message}`, error))
    thread.on('exit', () => lost('ended before its time'))
  })
  return {
    ready,
    begin: (startEpochMs) => send({ kind: 'begin', startEpochMs }),
    stop: () => send({ kind: 'stop' }),
    result,
  }
}

async function answerPassword(password: Target['password'], request: number): Promise<ToWorker> {
  try {
    const secret = await password?.()
    return { kind: 'password', request, ...(secret !== undefined && { password: secret }) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { kind: 'password', request, error: message }
  }
}

/** Beside the package's entry; in this repository's own tests, where that is a source, in its build. */
function threadFile(): URL {
  const built = import.meta.url.endsWith('.js')
  return new URL(built ? './worker/worker.js' : '../../dist/worker/worker.js', import.meta.url)
}
