import { expect, test } from 'vitest'
import { converted, lostIn, mutantsOfConversion } from './mutants-of-conversion.js'
import { REWRITTEN, STATEMENTS } from './statements.js'

test.each([...STATEMENTS, ...REWRITTEN])('finds every clause of %s', async (text) => {
  expect(await lostIn(text, converted(text))).toEqual([])
})

test('misses no clause that is dropped from or changed in a conversion', async () => {
  const mutants = (await Promise.all(STATEMENTS.map(mutantsOfConversion))).flat()
  const missed = mutants.filter(({ isSeen }) => !isSeen)
  expect(missed).toEqual([])
  expect(mutants.length).toBeGreaterThan(700)
})

test('sees most changes of conversions that have parts of their own', async () => {
  const mutants = (await Promise.all(REWRITTEN.map(mutantsOfConversion))).flat()
  const seen = mutants.filter(({ isSeen }) => isSeen)
  expect(seen.length / mutants.length).toBeGreaterThan(0.75)
})
