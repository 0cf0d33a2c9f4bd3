import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startWaker } from './waker.js'

/** Moments from a list; `wake` notes when it was called, and what was due by then. */
function clockwork(moments: readonly number[]) {
  const woken: { readonly atMs: number; readonly due: number }[] = []
  let given = 0
  let done = 0
  const at = (place: number) => moments[place] ?? Number.POSITIVE_INFINITY
  const waker = startWaker({
    nextMoment: () => at(given++),
    wake: () => {
      const atMs = performance.now()
      for (; at(done) <= atMs; done++) woken.push({ atMs, due: at(done) })
      return at(done)
    },
  })
  return { waker, woken, left: () => moments.length - done }
}

test('wakes at each moment and not before: far apart, close together, more than are kept at once', async () => {
  const startMs = performance.now()
  const moments = [
    ...[-1, 20, 50, 50.01, 50.5],
    ...Array.from({ length: 3000 }, (_, place) => 60 + place / 20),
    260,
  ].map((ms) => startMs + ms)
  const { waker, woken, left } = clockwork(moments)
  while (left() > 0) await wait(5)
  waker.stop()
  expect(woken.map(({ due }) => due)).toEqual(moments)
  expect(woken.filter(({ atMs, due }) => atMs < due)).toEqual([])
})

test('a stopped one wakes nobody', async () => {
  const startMs = performance.now()
  const { waker, woken } = clockwork(Array.from({ length: 100_000 }, (_, at) => startMs + at))
  while (woken.length < 3) await wait(1)
  waker.stop()
  const before = woken.length
  await wait(30)
  expect(woken.length).toBe(before)
})
