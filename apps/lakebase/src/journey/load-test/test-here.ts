import { argvReader, type Io } from '@lakebase/cli-kit'
import { type RunReport, resolveColumns, runScenario, type Scenario } from '@lakebase/loadtest'
import { type Advice, advise, applyAdvice } from '@lakebase/loadtest/advise'
import {
  asRunFailure,
  columnReader,
  embeddedTarget,
  loadScenario,
  loadSeconds,
  openSession,
  runOptions,
  workloadQueries,
} from 'cli-loadtest/parts'
import type { JourneyLoadTest } from './journey-load-test.js'
import { withoutValues } from './without-values.js'

export interface LocalTest {
  /** The scenario's file. */
  readonly scenario: string
  /** Share of the workload's rows to fill in. */
  readonly scale: number
}

interface Listeners {
  /** Hears what is being done, for a person who waits. */
  readonly say: (doing: string) => void
  /** Hears of the first load as soon as it is over. */
  readonly onLoaded: (loadTest: JourneyLoadTest) => void
}

const CONNECT_TIMEOUT_MS = 10_000

/**
 * Loads a PostgreSQL of our own as the scenario says, asks which indexes are missing, makes them and loads
 * it once more.
 *
 * @throws CliError with exit code 3 for a scenario that is wrong, 5 where no server can be started
 */
export async function testHere(
  { scenario: file, scale }: LocalTest,
  io: Io,
  signal: AbortSignal,
  { say, onLoaded }: Listeners,
): Promise<JourneyLoadTest> {
  const words = ['--config', file, '--embedded', '--quiet', '--scale', String(scale)]
  const options = runOptions(argvReader(words))
  const loaded = loadScenario(options, [], io)
  say('filling a PostgreSQL of our own …')
  const opened = await embeddedTarget(loaded, options, io, signal)
  const session = await openSession(opened.target, CONNECT_TIMEOUT_MS)
  try {
    const scenario = await resolveColumns(loaded.scenario, columnReader(session))
    const load = async (doing: string) => {
      const seconds = loadSeconds(scenario)
      say(`${doing}: 0 of ${seconds} s …`)
      return run(scenario, opened.target, signal, (second) =>
        say(`${doing}: ${Math.min(seconds, second + 1)} of ${seconds} s …`),
      )
    }
    const before = await load('loading it')
    const loadTest = {
      source: file,
      saidOf: 'a PostgreSQL 17 on this machine',
      isEmbedded: true,
      scale,
      run: withoutValues(before),
    }
    onLoaded(loadTest)
    say('looking for indexes that are missing …')
    const advice = await adviceFor(scenario, before, session.runSql, signal)
    const statements = advice.proposals.map(({ statement }) => statement)
    if (statements.length > 0) await applyAdvice(statements, session.runSql, { signal })
    const after = statements.length > 0 ? await load('the same load with them') : undefined
    return {
      ...loadTest,
      indexes: { advice, ...(after !== undefined && { after: withoutValues(after) }) },
    }
  } finally {
    await session.close()
    await opened.close()
  }
}

async function run(
  scenario: Scenario,
  target: Parameters<typeof runScenario>[1],
  signal: AbortSignal,
  onSecond: (second: number) => void,
): Promise<RunReport> {
  try {
    const report = await runScenario(scenario, target, {
      signal,
      onProgress: ({ second }) => onSecond(second),
    })
    signal.throwIfAborted()
    return report
  } catch (error) {
    throw asRunFailure(error)
  }
}

async function adviceFor(
  scenario: Scenario,
  before: RunReport,
  runSql: Parameters<typeof advise>[1],
  signal: AbortSignal,
): Promise<Advice> {
  // Calls and times of the run; where nothing ended, the weights of the scenario.
  const counted = workloadQueries(scenario, before)
  const queries = counted.length > 0 ? counted : workloadQueries(scenario)
  const { cacheHit } = before.server ?? {}
  return advise(queries, runSql, {
    allowBuild: true,
    signal,
    ...(cacheHit !== undefined && { cacheHit }),
  })
}
