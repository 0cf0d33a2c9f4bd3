import type { JourneyIndexes, JourneyLoadTest, ShownRun } from '../load-test/journey-load-test.js'
import { hideAdvice } from './hide-advice.js'

const LEFT_OUT = '-- left out'

/** The figures of a load test, without SQL, names of scripts and the address of the database. */
export function hideLoadTest(
  loadTest: JourneyLoadTest,
  names: ReadonlyMap<string, string>,
): JourneyLoadTest {
  const { run, indexes, isEmbedded, saidOf } = loadTest
  const scripts = scriptNames(run)
  return {
    ...loadTest,
    source: isEmbedded ? 'loadtest.yml' : 'run.json',
    saidOf: isEmbedded ? saidOf : `PostgreSQL ${run.target.serverVersion}`,
    run: hideRun(run, scripts),
    ...(indexes && { indexes: hideIndexes(indexes, scripts, names) }),
  }
}

function hideIndexes(
  { advice, after }: JourneyIndexes,
  scripts: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
): JourneyIndexes {
  return {
    advice: hideAdvice(advice, names),
    ...(after && { after: hideRun(after, scripts) }),
  }
}

function scriptNames({ scenario }: ShownRun): ReadonlyMap<string, string> {
  return new Map(scenario.scripts.map(({ id }, index) => [id, `script_${index + 1}`]))
}

function hideRun(run: ShownRun, names: ReadonlyMap<string, string>): ShownRun {
  const { scenario, server } = run
  const named = (id: string) => names.get(id) ?? 'script'
  const prose = (text: string) => text.replace(/\w+/g, (word) => names.get(word) ?? word)
  const script = <T extends { readonly id: string }>(one: T) => ({ ...one, id: named(one.id) })
  const [first, ...rest] = scenario.scripts
  const hidden = (one: typeof first) => ({ ...script(one), variables: [], steps: [] })
  const { description: _, ...shown } = scenario
  return {
    ...run,
    scenario: {
      ...shown,
      name: 'load test',
      scripts: [hidden(first), ...rest.map(hidden)],
      objectives: scenario.objectives.map((one) => ofScript(one, named)),
    },
    target: { ...run.target, address: 'the database' },
    scripts: run.scripts.map(script),
    statements: run.statements.map((one, index) => ({
      ...one,
      script: named(one.script),
      id: `statement_${index + 1}`,
      sql: LEFT_OUT,
    })),
    errors: run.errors.map(({ statement: __, ...one }) => ({
      ...one,
      script: named(one.script),
      message: 'left out',
    })),
    connecting: {
      ...run.connecting,
      errors: run.connecting.errors.map((one) => ({ ...one, message: 'left out' })),
    },
    ...(server && { server: hideServer(server) }),
    objectives: run.objectives.map((one) => ({
      ...one,
      objective: ofScript(one.objective, named),
    })),
    // What a verdict says are figures, and names of scripts.
    verdicts: run.verdicts.map((one) => ({ ...one, message: prose(one.message) })),
  }
}

function ofScript<T extends { readonly script?: string }>(
  one: T,
  named: (id: string) => string,
): T {
  return one.script === undefined ? one : { ...one, script: named(one.script) }
}

function hideServer(server: ShownRun['server'] & object): ShownRun['server'] & object {
  const { statements } = server
  if (statements === undefined) return server
  return { ...server, statements: statements.map((one) => ({ ...one, query: LEFT_OUT })) }
}
