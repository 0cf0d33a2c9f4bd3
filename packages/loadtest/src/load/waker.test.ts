import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startWaker } from './waker.js'

test('wakes at the moment that was asked for, and not before', async () => {
  const asked = performance.now() + 20
  const woken = await new Promise<number>((resolve) => {
    const waker = startWaker(() => {
      waker.stop()
      resolve(performance.now())
    })
    waker.at(asked)
  })
  expect(woken).toBeGreaterThanOrEqual(asked)
})

test('a stopped one wakes nobody, though a moment that has passed was or is asked for', async () => {
  let wakes = 0
  const waker = startWaker(() => {
    wakes++
    waker.at(performance.now() - 1)
  })
  waker.at(performance.now() - 1)
  while (wakes < 3) await wait(1)
  waker.stop()
  const before = wakes
  waker.at(performance.now() - 1)
  await wait(20)
  expect(wakes).toBe(before)
})
