import { expect, test } from 'vitest'
import { chiSquare } from '../../test/chi-square.js'
import { scriptChooser } from './script-chooser.js'

const scripts = [60, 30, 10].map((weight, index) => ({
  id: `script ${index}`,
  weight,
  variables: [],
  steps: [],
}))

test('scripts come by weight, the same for the same arrival', () => {
  const choose = scriptChooser(scripts, 1)
  const seen = [0, 0, 0]
  const chosen = Array.from({ length: 10_000 }, (_, arrival) => choose(arrival))
  for (const index of chosen) seen[index] = (seen[index] ?? 0) + 1
  expect(chiSquare(seen, [6000, 3000, 1000])).toBeGreaterThan(0.001)
  const again = scriptChooser(scripts, 1)
  expect(chosen.map((_, index) => again(9999 - index)).toReversed()).toEqual(chosen)
})
