import { openPlace } from '../test/open-gateway.js'
import { runScenario, type ScenarioResult } from './run-scenario.js'
import { SCENARIOS } from './scenario.js'
import { ours, rawPostgres } from './subject.js'

const SUBJECTS = { '@lakebase/pg-client': ours, postgres: rawPostgres }

/** Runs each scenario with each client, and prints a line for each. Returns in how many of ours something was lost. */
export async function runMatrix(
  queries: number,
  names: readonly string[],
  print: (line: string) => void,
): Promise<number> {
  const wanted = SCENARIOS.filter(({ name }) => names.length === 0 || names.includes(name))
  let failures = 0
  print(row(['scenario', 'client', ...COLUMNS]))
  for (const scenario of wanted) {
    for (const [client, open] of Object.entries(SUBJECTS)) {
      const place = await openPlace()
      const result = await runScenario(place, scenario, open, queries)
      await place.close()
      print(row([scenario.name, client, ...COLUMNS.map((column) => String(result[column]))]))
      const isBad =
        result.lost + result.duplicates + result.missing + result.pending + result.uncaught
      if (open === ours && isBad > 0) failures++
    }
  }
  return failures
}

const COLUMNS = [
  'issued',
  'lost',
  'duplicates',
  'missing',
  'pending',
  'uncaught',
  'connects',
  'mints',
  'lostAnswers',
  'longestMs',
  'seconds',
] as const satisfies readonly (keyof ScenarioResult)[]

function row(cells: readonly string[]): string {
  return cells.map((cell, at) => (at < 2 ? cell.padEnd(20) : cell.padStart(11))).join('')
}
