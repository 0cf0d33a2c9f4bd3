import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OpenLoad } from '../scenario/scenario.js'
import { ArrivalSchedule } from './arrival-schedule.js'

interface Planned {
  readonly number: number
  readonly dueMs: number
  readonly measured: boolean
}

function arrivalsOf(
  load: OpenLoad,
  seed: number,
  index: number,
  count: number,
): readonly Planned[] {
  const schedule = new ArrivalSchedule(load, seed, { index, count })
  const arrivals: Planned[] = []
  while (schedule.dueMs < Number.POSITIVE_INFINITY) {
    const { number, dueMs, measured } = schedule
    arrivals.push({ number, dueMs, measured })
    schedule.advance()
  }
  return arrivals
}

function stage(fromRate: number, toRate: number, durationMs: number, measured = true) {
  return { name: 's', fromRate, toRate, durationMs, measured }
}

/** Where two meet, rounding may give either. */
function stagesAt(load: OpenLoad, dueMs: number) {
  let endMs = 0
  return load.stages.filter(({ durationMs }) => {
    const startMs = endMs
    endMs += durationMs
    return dueMs >= startMs - 1e-6 && dueMs <= endMs + 1e-6
  })
}

const stages = fc.tuple(
  fc.integer({ min: 0, max: 300 }),
  fc.integer({ min: 0, max: 300 }),
  fc.integer({ min: 1, max: 3000 }),
  fc.boolean(),
)
const loads = fc
  .tuple(
    fc.constantFrom('constant' as const, 'poisson' as const),
    stages,
    fc.array(stages, { maxLength: 3 }),
  )
  .map(
    ([arrivals, first, rest]): OpenLoad => ({
      model: 'open',
      arrivals,
      stages: [stage(...first), ...rest.map((one) => stage(...one))],
    }),
  )

test('workers together do exactly what one would have done', () => {
  fc.assert(
    fc.property(loads, fc.nat(), fc.integer({ min: 1, max: 5 }), (load, seed, workers) => {
      const alone = arrivalsOf(load, seed, 0, 1)
      const together = Array.from({ length: workers }, (_, index) =>
        arrivalsOf(load, seed, index, workers),
      )
      const joined = together.flat().sort((left, right) => left.number - right.number)
      expect(joined).toEqual(alone)
    }),
    { numRuns: 200 },
  )
})

test('arrivals come in order, within the run, and each within a stage of its kind', () => {
  fc.assert(
    fc.property(loads, fc.nat(), (load, seed) => {
      const arrivals = arrivalsOf(load, seed, 0, 1)
      const endMs = load.stages.reduce((sum, { durationMs }) => sum + durationMs, 0)
      expect(arrivals.map(({ number }) => number)).toEqual(arrivals.map((_, at) => at))
      const misplaced = arrivals.filter(({ dueMs, measured }, at) => {
        const inOrder = dueMs >= (arrivals[at - 1]?.dueMs ?? 0) && dueMs < endMs + 1e-6
        return !inOrder || !stagesAt(load, dueMs).some((one) => one.measured === measured)
      })
      expect(misplaced).toEqual([])
    }),
  )
})

test('a constant rate is met to the arrival, the first at once', () => {
  const arrivals = arrivalsOf(
    { model: 'open', arrivals: 'constant', stages: [stage(500, 500, 2000)] },
    1,
    0,
    1,
  )
  expect(arrivals).toHaveLength(1000)
  expect(arrivals.slice(0, 3).map(({ dueMs }) => dueMs)).toEqual([0, 2, 4])
})

test('a ramp brings half of its last rate on average, a quarter of it in its first half', () => {
  const ramp: OpenLoad = { model: 'open', arrivals: 'constant', stages: [stage(0, 1000, 4000)] }
  const arrivals = arrivalsOf(ramp, 1, 0, 1)
  expect(arrivals).toHaveLength(2000)
  expect(arrivals.filter(({ dueMs }) => dueMs < 2000)).toHaveLength(500)
})

test('Poisson arrivals have gaps as wide as their mean, and repeat with their seed', () => {
  const load: OpenLoad = { model: 'open', arrivals: 'poisson', stages: [stage(1000, 1000, 60_000)] }
  const arrivals = arrivalsOf(load, 7, 0, 1)
  const gaps = arrivals.map(({ dueMs }, at) => dueMs - (arrivals[at - 1]?.dueMs ?? 0))
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  const deviation = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length)
  expect(mean).toBeCloseTo(1, 1)
  expect(deviation).toBeCloseTo(1, 1)
  expect(arrivalsOf(load, 7, 0, 1)).toEqual(arrivals)
  expect(arrivalsOf(load, 8, 0, 1)[0]).not.toEqual(arrivals[0])
})
