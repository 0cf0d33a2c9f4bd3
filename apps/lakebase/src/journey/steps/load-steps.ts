import { CliError, counted, type Io, interruptible } from '@lakebase/cli-kit'
import { duration, figures, perSecond, span } from 'cli-loadtest/parts'
import type { JourneyInput } from '../journey-input.js'
import type { JourneyStep } from '../journey-report.js'
import type { JourneyIndexes, JourneyLoadTest, ShownRun } from '../load-test/journey-load-test.js'
import { readLoadTest } from '../load-test/read-load-test.js'

export interface LoadOutcome {
  readonly steps: readonly JourneyStep[]
  readonly loadTest?: JourneyLoadTest
}

/** The load test that the input asks for, or the run that it names; no step without either. */
export async function loadSteps(
  { loadTest: local, run }: JourneyInput,
  io: Io,
  say: (doing: string) => void,
): Promise<LoadOutcome> {
  if (run !== undefined) return outcomeOf(readLoadTest(run, io.cwd))
  if (local === undefined) return { steps: [] }
  const { testHere } = await import('../load-test/test-here.js')
  try {
    return outcomeOf(await interruptible(io, (signal) => testHere(local, io, signal, say)))
  } catch (error) {
    // Without a server of its own the machine still has all the other answers.
    if (!(error instanceof CliError) || error.code !== 5) throw error
    const [why = ''] = (error.findings[0]?.message ?? error.message).split('\n')
    return {
      steps: [
        { id: 'load', title: 'Load', status: 'attention', answer: 'not tested', detail: why },
      ],
    }
  }
}

function outcomeOf(loadTest: JourneyLoadTest): LoadOutcome {
  const { indexes } = loadTest
  const first = loadStep(loadTest)
  return {
    steps: indexes === undefined ? [first] : [first, indexesStep(indexes, loadTest.run)],
    loadTest,
  }
}

function loadStep({ run, saidOf, isEmbedded, scale }: JourneyLoadTest): JourneyStep {
  const { total, objectives, verdicts, measuredSeconds } = run
  const held = objectives.filter(({ holds }) => holds).length
  const client = verdicts.find(({ ruleId }) => ruleId === 'LT101')
  const parts = [
    ...(client === undefined ? [] : ['the client is the bottleneck']),
    `said of ${saidOf}${isEmbedded ? ', not of Lakebase' : ''}`,
    ...(scale === undefined ? [] : [`1/${figures(1 / scale)} of the rows`]),
    `${span(measuredSeconds)} measured`,
    ...(objectives.length === 0
      ? []
      : [`${held} of ${counted(objectives.length, 'objective')} held`]),
  ]
  return {
    id: 'load',
    title: 'Load',
    status: total.succeeded === 0 ? 'attention' : 'done',
    answer:
      total.succeeded === 0
        ? 'nothing ended well'
        : `${perSecond(total.perSecond)}, half within ${duration(total.response.p50)}, 99% within ${duration(total.response.p99)}`,
    detail: parts.join(', '),
  }
}

function indexesStep({ advice, after }: JourneyIndexes, before: ShownRun): JourneyStep {
  const { proposals, rejected } = advice
  const tried = proposals.length + rejected.length
  return {
    id: 'indexes',
    title: 'Indexes',
    status: 'done',
    answer: proposals.length === 0 ? 'none is missing' : `${proposals.length} missing`,
    detail: [
      `of ${tried} thought of; each was built and a plan uses it`,
      ...(after === undefined ? [] : [comparison(before, after)]),
    ].join('; '),
  }
}

/** The load as it was, and with all proposals made. */
function comparison({ total: before }: ShownRun, { total: after }: ShownRun): string {
  if (before.succeeded === 0 || after.succeeded === 0) return 'made and loaded again'
  const [was, is] = [before.response, after.response]
  return `with them half within ${duration(is.p50)} instead of ${duration(was.p50)}, 99% within ${duration(is.p99)} instead of ${duration(was.p99)}`
}
