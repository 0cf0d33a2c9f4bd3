import { deparse, parse } from '@libpg-query/parser'
import { expect, test } from 'vitest'
import { createConverter } from '../../src/convert/create-converter.js'
import { parseSparkScript } from '../../src/spark/parse/parse-script.js'
import { lostClauses } from '../../src/verify/census/census.js'
import { parsePostgres } from '../../src/verify/grammar/parse-postgres.js'
import { mutantsOf } from './mutants.js'
import { REWRITTEN, STATEMENTS, TABLES } from './statements.js'

test.each([...STATEMENTS, ...REWRITTEN])('finds every clause of %s', async (text) => {
  expect(await lostIn(text, convert(text))).toEqual([])
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

function convert(text: string): readonly string[] {
  const converter = createConverter()
  converter.convert(TABLES)
  const [statement] = converter.convert(text).statements
  expect(statement).toMatchObject({ status: 'converted' })
  return statement?.sql ?? []
}

async function lostIn(text: string, sql: readonly string[]): Promise<readonly string[]> {
  const [part] = parseSparkScript(text)
  if (!part || !('statement' in part)) throw new Error(`not read: ${text}`)
  const statements = await Promise.all(sql.map(parsePostgres))
  return lostClauses(text, part.statement, statements.flat()).map(({ message }) => message)
}

/** Each text that differs from the conversion in one clause, and whether the census sees it. */
async function mutantsOfConversion(text: string) {
  const conversion = convert(text)
  const found = new Map<string, { change: string; sql: string; isSeen: boolean }>()
  for (const [place, sql] of conversion.entries()) {
    const tree = await parse(sql)
    const original = await deparse(tree)
    for (const { change, tree: mutant } of mutantsOf(JSON.parse(JSON.stringify(tree)))) {
      const changed = await deparsed(mutant)
      if (changed === undefined || changed === original || found.has(changed)) continue
      const all = conversion.map((one, at) => (at === place ? changed : one))
      const lost = await lostIn(text, all)
      found.set(changed, { change, sql: changed, isSeen: lost.length > 0 })
    }
  }
  return [...found.values()]
}

/** Its text, if it is one that Postgres can read. */
async function deparsed(tree: unknown): Promise<string | undefined> {
  try {
    const text = await deparse(JSON.parse(JSON.stringify(tree)))
    await parsePostgres(text)
    return text
  } catch {
    return undefined
  }
}
