import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Generator, ParameterValue } from '../scenario/generator.js'
import type { Script } from '../scenario/scenario.js'
import { compileScript } from './compile-script.js'

const script = (...generators: readonly Generator[]): Script => ({
  id: 'a',
  weight: 1,
  variables: generators.map((_, slot) => `v${slot}`),
  steps: generators.map((generator, slot) => ({ kind: 'set', slot, generator })),
})
const alone = { seed: 7, worker: 0, workers: 1 }

function drawn(
  one: Script,
  arrivals: readonly number[],
  options: Parameters<typeof compileScript>[1] = alone,
): readonly (readonly ParameterValue[])[] {
  const compiled = compileScript(one, options)
  return arrivals.map((arrival) => {
    const values: ParameterValue[] = []
    compiled.draw(arrival, 3, values)
    return values
  })
}

const mixed = script(
  { kind: 'uniform', from: -5, to: 5 },
  { kind: 'uniform', from: 0, to: 2 ** 53 - 2 },
  { kind: 'zipfian', from: 10, to: 1000, exponent: 1.1 },
  { kind: 'choice', values: ['a', null, true], weights: [1, 2, 3] },
  { kind: 'uuid' },
  { kind: 'date', from: '2024-02-01', to: '2024-03-01', unit: 'day' },
  { kind: 'array', of: { kind: 'uniform', from: 1, to: 9 }, length: 1, maxLength: 4 },
)

test('an arrival gets the same values in every order and on every worker', () => {
  const order = Array.from({ length: 200 }, (_, arrival) => arrival)
  const straight = drawn(mixed, order)
  expect(drawn(mixed, order.toReversed()).toReversed()).toEqual(straight)
  expect(drawn(mixed, order, { seed: 7, worker: 3, workers: 4 })).toEqual(straight)
  expect(drawn(mixed, order, { ...alone, seed: 8 })).not.toEqual(straight)
  expect(drawn({ ...mixed, id: 'b' }, order)).not.toEqual(straight)
})

test('many arrivals have as many different UUIDs, of version 4: starting states of 32 bits would repeat', () => {
  const compiled = compileScript(script({ kind: 'uuid' }), alone)
  const values: ParameterValue[] = []
  const seen = new Set<ParameterValue>()
  for (let arrival = 0; arrival < 200_000; arrival += 1) {
    compiled.draw(arrival, 0, values)
    seen.add(values[0] ?? null)
  }
  expect(seen.size).toBe(200_000)
  expect(values[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('workers share a sequence: each value once before any comes again', () => {
  const sequence = script({ kind: 'sequence', from: 100, to: 159, step: 1 })
  const seen = [0, 1, 2].flatMap((worker) =>
    drawn(sequence, [...Array(20).keys()], { seed: 1, worker, workers: 3 }).flat(),
  )
  expect(seen.toSorted()).toEqual(Array.from({ length: 60 }, (_, index) => 100 + index))
})

test('values of one row are drawn together', () => {
  const rows = script(
    { kind: 'uniform', from: 0, to: 2 },
    { kind: 'lookup', slot: 0, values: ['a', 'b', 'c'] },
    { kind: 'lookup', slot: 0, values: [1, 2, 3] },
  )
  const seen = drawn(rows, [...Array(50).keys()]).map(([, letter, number]) => `${letter}${number}`)
  expect(new Set(seen)).toEqual(new Set(['a1', 'b2', 'c3']))
})

test('a sequence starts again behind its end', () => {
  const sequence = script({ kind: 'sequence', from: 1, to: 5, step: 2 })
  expect(drawn(sequence, [0, 1, 2, 3, 4]).flat()).toEqual([1, 3, 5, 1, 3])
})

test('pauses and the think time are drawn with the rest', () => {
  const compiled = compileScript(
    {
      ...script({ kind: 'client' }),
      steps: [
        { kind: 'sleep', ms: { kind: 'constant', value: 20 } },
        { kind: 'set', slot: 0, generator: { kind: 'client' } },
      ],
      thinkMs: { kind: 'constant', value: 100 },
    },
    alone,
  )
  const values: ParameterValue[] = []
  compiled.draw(0, 5, values)
  expect(compiled).toMatchObject({ size: 3, sleepSlots: [1, undefined], thinkSlot: 2 })
  expect(values).toEqual([5, 20, 100])
})

test.each<[Generator, (value: ParameterValue) => boolean]>([
  [{ kind: 'uniform', from: -3, to: 3 }, (value) => Number(value) >= -3 && Number(value) <= 3],
  [
    { kind: 'decimal', from: 0.5, to: 2.25, digits: 2 },
    (value) =>
      /^[0-2](\.\d\d?)?$/.test(String(value)) && Number(value) >= 0.5 && Number(value) <= 2.25,
  ],
  [
    { kind: 'date', from: '2023-12-30', to: '2024-03-01', unit: 'day' },
    (value) => String(value) >= '2023-12-30' && String(value) <= '2024-03-01',
  ],
  [
    { kind: 'date', from: '2024-01-01T00:00:00Z', to: '2024-01-01T00:00:09Z', unit: 'second' },
    (value) => /^2024-01-01T00:00:0\dZ$/.test(String(value)),
  ],
  [
    { kind: 'text', minLength: 0, maxLength: 3 },
    (value) => /^[A-Za-z0-9]{0,3}$/.test(String(value)),
  ],
  [{ kind: 'choice', values: [1, 'b'], weights: [0, 1] }, (value) => value === 'b'],
  [
    { kind: 'array', of: { kind: 'uniform', from: 1, to: 2 }, length: 0, maxLength: 2 },
    (value) =>
      Array.isArray(value) && value.length <= 2 && value.every((one) => one === 1 || one === 2),
  ],
])('%j stays within its bounds', (generator, holds) => {
  fc.assert(
    fc.property(fc.nat(), (arrival) => {
      const [value = null] = drawn(script(generator), [arrival])[0] ?? []
      expect(holds(value), String(value)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('both ends of a range come', () => {
  const values = drawn(script({ kind: 'uniform', from: 1, to: 3 }), [...Array(100).keys()]).flat()
  expect(new Set(values)).toEqual(new Set([1, 2, 3]))
})
