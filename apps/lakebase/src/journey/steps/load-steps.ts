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
  onStep: (step: JourneyStep) => void,
  say: (doing: string) => void,
): Promise<LoadOutcome> {
  const steps: JourneyStep[] = []
  const tell = (step: JourneyStep) => {
    steps.push(step)
    onStep(step)
  }
  if (run !== undefined) {
    const loadTest = readLoadTest(run, io.cwd)
    tell(loadStep(loadTest))
    return { steps, loadTest }
  }
  if (local === undefined) return { steps }
  const { testHere } = await import('../load-test/test-here.js')
  let loaded: JourneyLoadTest | undefined
  const onLoaded = (first: JourneyLoadTest) => {
    loaded = first
    tell(loadStep(first))
  }
  try {
    const loadTest = await interruptible(io, (signal) =>
      testHere(local, io, signal, { say, onLoaded }),
    )
    if (loadTest.indexes) tell(indexesStep(loadTest.indexes, loadTest.run))
    return { steps, loadTest }
  } catch (error) {
    // Without a server of its own, or without advice, the machine still has all the other answers.
    const why = reasonToGoOn(error)
    if (why === undefined) throw error
    if (loaded === undefined) tell({ ...NOT_TESTED, detail: why })
    else tell({ ...NO_ADVICE, detail: why })
    return { steps, ...(loaded !== undefined && { loadTest: loaded }) }
  }
}

const NOT_TESTED = {
  id: 'load',
  title: 'Load',
  status: 'attention',
  answer: 'not tested',
} as const
const NO_ADVICE = {
  id: 'indexes',
  title: 'Indexes',
  status: 'attention',
  answer: 'not looked for',
} as const

/** Of a server that cannot be started, or refuses what advice asks of it. */
function reasonToGoOn(error: unknown): string | undefined {
  if (error instanceof CliError && error.code === 5) {
    return (error.findings[0]?.message ?? error.message).split('\n')[0]
  }
  return error instanceof Error && error.name === 'AdviseError' ? error.message : undefined
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
