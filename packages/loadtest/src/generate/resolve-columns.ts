import type { Generator, ParameterValue } from '../scenario/generator.js'
import type { Scenario, Step } from '../scenario/scenario.js'
import { GenerateError } from './generate-error.js'

type Column = Extract<Generator, { kind: 'column' }>

/** Runs one query, and gives the first column of each row as text; null where it is null. */
export type ReadColumn = (sql: string) => Promise<readonly (string | null)[]>

/**
 * Reads the values that `column` generators draw from, each column once, and gives the scenario with them in it, so
 * that nothing is asked of the server during the run but what is measured. The values are a random sample of the
 * column's rows, so that a frequent value is drawn frequently; the sample is the same for the same table.
 *
 * @throws {GenerateError} `EMPTY_COLUMN` when there is no value that is not null.
 */
export async function resolveColumns(
  scenario: Scenario,
  readColumn: ReadColumn,
): Promise<Scenario> {
  const found = new Map<string, readonly ParameterValue[]>()
  const resolve = async (generator: Generator): Promise<Generator> => {
    if (generator.kind === 'array') return { ...generator, of: await resolve(generator.of) }
    if (generator.kind !== 'column') return generator
    const sql = columnQuery(generator)
    const values = found.get(sql) ?? (await readValues(generator, sql, readColumn))
    found.set(sql, values)
    return { kind: 'choice', values }
  }
  const resolveStep = async (step: Step): Promise<Step> =>
    step.kind === 'set' ? { ...step, generator: await resolve(step.generator) } : step
  // One after another: the same column is read once.
  const resolved = []
  for (const script of scenario.scripts) {
    const steps: Step[] = []
    for (const step of script.steps) steps.push(await resolveStep(step))
    resolved.push({ ...script, steps })
  }
  const [first, ...rest] = resolved
  return first ? { ...scenario, scripts: [first, ...rest] } : scenario
}

/**
 * A sample in one scan that keeps no more rows than it gives: ordering by a hash of the row's place is as good as
 * chance, and gives the same rows again.
 */
function columnQuery({ table, column, limit }: Column): string {
  const name = quoted(column)
  return `SELECT ${name}::text FROM ${table
    .split(/\.(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map(quoted)
    .join('.')} WHERE ${name} IS NOT NULL ORDER BY hashtext(ctid::text), ctid LIMIT ${limit}`
}

/** As written in SQL: without quotes the name is in lower case. */
function quoted(name: string): string {
  const bare = /^"(.*)"$/.exec(name)?.[1] ?? name.toLowerCase()
  return `"${bare.replaceAll('"', '""')}"`
}

async function readValues(
  column: Column,
  sql: string,
  readColumn: ReadColumn,
): Promise<readonly ParameterValue[]> {
  const values = (await readColumn(sql)).filter((value) => value !== null)
  if (values.length > 0) return values
  throw new GenerateError(
    'EMPTY_COLUMN',
    `${column.table}.${column.column} has no value to draw: fill the table before the run`,
  )
}
