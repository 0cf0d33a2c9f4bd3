import { expect, test } from 'vitest'
import { interruptible } from './interruptible.js'

type Listener = (signal: 'SIGINT' | 'SIGTERM') => void

function fakeIo() {
  const listeners = new Set<Listener>()
  return {
    listeners,
    press: (signal: 'SIGINT' | 'SIGTERM') => {
      for (const listener of [...listeners]) listener(signal)
    },
    onInterrupt: (listener: Listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
  })

test.each([
  ['SIGINT', 130, 'interrupted (Ctrl-C)'],
  ['SIGTERM', 143, 'terminated'],
] as const)('%s aborts the work and ends with %d', async (signal, code, message) => {
  const io = fakeIo()
  const work = interruptible(io, untilAborted)
  io.press(signal)
  await expect(work).rejects.toMatchObject({ code, message })
  expect(io.listeners.size).toBe(0)
})

test('work that ends, or fails by itself, leaves no listener and keeps its result', async () => {
  const io = fakeIo()
  expect(await interruptible(io, async () => 7)).toBe(7)
  await expect(
    interruptible(io, async () => {
      throw new TypeError('mine')
    }),
  ).rejects.toThrow(TypeError)
  expect(io.listeners.size).toBe(0)
})

test('after the first Ctrl-C nobody listens, so that a second one ends the process', async () => {
  const io = fakeIo()
  const work = interruptible(io, untilAborted)
  io.press('SIGINT')
  expect(io.listeners.size).toBe(0)
  await expect(work).rejects.toMatchObject({ code: 130 })
})
