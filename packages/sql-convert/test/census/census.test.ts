import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { converted, lostIn, mutantsOfConversion } from './mutants-of-conversion.js'
import { REWRITTEN, STATEMENTS } from './statements.js'

const README = readFileSync(join(import.meta.dirname, '../../docs/checks.md'), 'utf8')

test.each([...STATEMENTS, ...REWRITTEN])('finds every clause of %s', async (text) => {
  expect(await lostIn(text, converted(text))).toEqual([])
})

test('misses no clause that is dropped from or changed in a conversion', async () => {
  const mutants = (await Promise.all(STATEMENTS.map(mutantsOfConversion))).flat()
  const missed = mutants.filter(({ isSeen }) => !isSeen)
  expect(missed).toEqual([])
  expect(README).toContain(`${mutants.length} of ${mutants.length}`)
})

test('sees most changes of conversions that have parts of their own', async () => {
  const mutants = (await Promise.all(REWRITTEN.map(mutantsOfConversion))).flat()
  const seen = mutants.filter(({ isSeen }) => isSeen)
  expect(README).toContain(`${seen.length} of ${mutants.length} where a rule rewrites the clause`)
})
