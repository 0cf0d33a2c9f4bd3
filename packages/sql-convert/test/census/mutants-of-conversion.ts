import { deparse, parse } from '@libpg-query/parser'
import { createConverter } from '../../src/convert/create-converter.js'
import { parseSparkScript } from '../../src/spark/parse/parse-script.js'
import { lostClauses } from '../../src/verify/census/census.js'
import { parsePostgres } from '../../src/verify/grammar/parse-postgres.js'
import { mutantsOf } from './mutants.js'
import { TABLES } from './statements.js'

/** A text that differs from a conversion in one clause. */
interface MutantText {
  readonly change: string
  readonly sql: string
  /** Whether the census sees it. */
  readonly isSeen: boolean
}

export async function mutantsOfConversion(text: string): Promise<readonly MutantText[]> {
  const conversion = converted(text)
  const found = new Map<string, MutantText>()
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

/** What a statement about the tables of the shop becomes. */
export function converted(text: string): readonly string[] {
  const converter = createConverter()
  converter.convert(TABLES)
  const [statement] = converter.convert(text).statements
  if (statement?.status !== 'converted') throw new Error(`not converted: ${text}`)
  return statement.sql
}

/** What the census misses in a result. */
export async function lostIn(text: string, sql: readonly string[]): Promise<readonly string[]> {
  const [part] = parseSparkScript(text)
  if (!part || !('statement' in part)) throw new Error(`not read: ${text}`)
  const statements = await Promise.all(sql.map(parsePostgres))
  return lostClauses(text, part.statement, statements.flat()).map(({ message }) => message)
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
