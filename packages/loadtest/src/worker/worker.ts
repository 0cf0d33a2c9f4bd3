import { parentPort, workerData } from 'node:worker_threads'
import { statementsOf } from '../record/statements-of.js'
import { wireDriver } from '../wire/wire-driver.js'
import { WireError } from '../wire/wire-error.js'
import type { FromWorker, ToWorker } from './messages.js'
import { runTask } from './run-task.js'
import type { WorkerTask } from './worker-task.js'

/** The thread's program. */
const { task, hasPassword }: { task: WorkerTask; hasPassword: boolean } = workerData
const asked = new Map<number, (answer: Extract<ToWorker, { kind: 'password' }>) => void>()
let requests = 0

const send = (message: FromWorker) => parentPort?.postMessage(message)

function password(): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = requests++
    asked.set(request, (answer) => {
      if (answer.password !== undefined) resolve(answer.password)
      else reject(new WireError('AUTHENTICATION', answer.error ?? 'There is no password.'))
    })
    send({ kind: 'password', request })
  })
}

const { scenario } = task
const target = { ...task.target, ...(hasPassword && { password }) }
const steps = statementsOf(scenario).map(({ step }) => step)
const running = runTask(task, wireDriver(target, steps, scenario.connectTimeoutMs), (second) =>
  send({ kind: 'second', second }),
)
parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'begin') running.begin(message.startEpochMs)
  else if (message.kind === 'stop') running.stop()
  else {
    asked.get(message.request)?.(message)
    asked.delete(message.request)
  }
})
void running.ready.then(() => send({ kind: 'ready' }))
send({ kind: 'result', result: await running.result })
parentPort?.close()
