import { argvReader, GENERATOR, type Io, sortFindings } from '@lakebase/cli-kit'
import { estimateOptions, makeEstimate } from 'cli-estimate/parts'
import { once } from '../findings/once.js'
import type { PartFinding } from '../findings/part-finding.js'
import { toolVersion } from '../version.js'
import type { JourneyInput } from './journey-input.js'
import type { JourneyReport, JourneyStep } from './journey-report.js'
import { bundleStep } from './steps/bundle-step.js'
import { convertStep } from './steps/convert-step.js'
import { estimateSteps } from './steps/estimate-steps.js'
import { loadSteps } from './steps/load-steps.js'

/**
 * The whole way of a workload. Each step is told as soon as it is done.
 *
 * @param onStep hears of each step, in order
 * @param onWork hears what a long step is doing
 */
export async function makeJourney(
  input: JourneyInput,
  io: Io,
  onStep: (step: JourneyStep) => void = () => undefined,
  onWork: (doing: string) => void = () => undefined,
): Promise<JourneyReport> {
  const estimate = await makeEstimate(estimateOptions(argvReader(estimateWords(input))), io)
  const first = estimateSteps(estimate)
  for (const step of first) onStep(step)
  const { step: ofBundle, bundle, findings: inBundle } = bundleStep(input, io)
  onStep(ofBundle)
  const { step: ofQueries, conversion, findings: inQueries } = await convertStep(input, io)
  onStep(ofQueries)
  const { steps: ofLoad, loadTest } = await loadSteps(input, io, onStep, onWork)

  const inWorkload = estimate.findings.map((finding) => ({ ...finding, part: 'workload' }) as const)
  return {
    generator: GENERATOR,
    version: toolVersion(),
    ok: true,
    schemaVersion: 1,
    generatedAt: io.now().toISOString(),
    name: estimate.name,
    config: estimate.config,
    anonymized: false,
    steps: [...first, ofBundle, ofQueries, ...ofLoad],
    findings: inOrder([...inWorkload, ...inBundle, ...inQueries]),
    estimate,
    ...(bundle && { bundle }),
    ...(conversion && { conversion }),
    ...(loadTest && { loadTest }),
    exit: { code: 0, reason: 'ok' },
  }
}

function estimateWords({ config, ddl, measure, quiet }: JourneyInput): readonly string[] {
  return [
    ...['--config', config],
    ...ddl.flatMap((file) => ['--ddl', file]),
    ...(measure ? [] : ['--no-measure']),
    ...(quiet ? ['--quiet'] : []),
  ]
}

function inOrder(findings: readonly PartFinding[]): readonly PartFinding[] {
  return sortFindings(once(findings))
}
