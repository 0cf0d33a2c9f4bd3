import { expect, test } from 'vitest'
import type { Connection } from '../../src/connection/connection.js'
import { LakebaseError } from '../../src/lakebase-error.js'
import { createWaitingLine } from '../../src/pool/waiting-line.js'
import { fakeClock } from '../fake-clock.js'

function connection(epoch: string): Connection {
  const nothing = () => undefined
  return Object.assign(Object.create(null), { epoch, destroy: nothing })
}

const late = () => new LakebaseError('ACQUIRE_TIMEOUT', 'late', { sent: 'no' })

test('the call with the nearest deadline is served first, and equals in the order in which they came', async () => {
  const line = createWaitingLine(fakeClock())
  const served: string[] = []
  const calls = [
    ['third', 9000],
    ['fourth', 9000],
    ['first', 5000],
    ['second', 7000],
  ] as const
  const waits = calls.map(async ([name, deadlineMs]) => {
    await line.join({ deadlineMs, signal: undefined, late })
    served.push(name)
  })
  expect(line.length()).toBe(4)
  for (let n = 0; n < 4; n++) expect(line.serve(connection(`${n}`))).toBe(true)
  expect(line.serve(connection('5'))).toBe(false)
  await Promise.all(waits)
  expect(served).toEqual(['first', 'second', 'third', 'fourth'])
})

test('who is aborted, late or dismissed leaves the line, and only they', async () => {
  const line = createWaitingLine(fakeClock())
  const abort = new AbortController()
  const codeOf = (wait: Promise<Connection>) =>
    wait.then(
      () => 'served',
      (error: unknown) => (error instanceof LakebaseError ? error.code : 'other'),
    )
  const aborted = codeOf(line.join({ deadlineMs: 60_000, signal: abort.signal, late }))
  const tooLate = codeOf(line.join({ deadlineMs: 10, signal: undefined, late }))
  const served = codeOf(line.join({ deadlineMs: 50_000, signal: undefined, late }))
  const dismissed = codeOf(line.join({ deadlineMs: 55_000, signal: undefined, late }))
  abort.abort()
  expect(await aborted).toBe('ABORTED')
  expect(await tooLate).toBe('ACQUIRE_TIMEOUT')
  expect(line.length()).toBe(2)
  line.serve(connection('1'))
  expect(await served).toBe('served')
  line.dismiss(new LakebaseError('CLOSED', 'closed', { sent: 'no' }))
  expect(await dismissed).toBe('CLOSED')
  expect(line.length()).toBe(0)
})
