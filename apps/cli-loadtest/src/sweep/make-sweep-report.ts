import { type Exit, GENERATOR, type Io } from '@lakebase/cli-kit'
import type { SweepResult } from '@lakebase/loadtest'
import type { CostPlace } from '../cost/cost-place.js'
import { runCost } from '../cost/run-cost.js'
import type { Interruption } from '../run/run-exit.js'
import { toolVersion } from '../version.js'
import type { SweepReport } from './sweep-report.js'
import { outcomeText, stepThatHolds } from './sweep-text.js'

interface Around {
  readonly interruption: Interruption | undefined
  readonly place: CostPlace | undefined
  readonly source: string
  /** Why there is no calibration, where one was asked for. */
  readonly refused: string | undefined
}

/** The document around a sweep: who made it, what it cost, and how the command ends. */
export function makeSweepReport(
  result: SweepResult,
  { interruption, place, source, refused }: Around,
  io: Pick<Io, 'now'>,
): SweepReport {
  const held = stepThatHolds(result)
  const exit = sweepExit(result, interruption, refused)
  return {
    ok: exit.code === 0,
    schemaVersion: 1,
    kind: 'sweep',
    generator: GENERATOR,
    version: toolVersion(),
    generatedAt: io.now().toISOString(),
    source,
    sweep: result,
    ...(place !== undefined && held !== undefined && { cost: runCost(held.report, place) }),
    exit,
  }
}

/** A rate that was found, or one that all others were below, is an answer; anything else is not. */
function sweepExit(
  { outcome }: SweepResult,
  interruption: Interruption | undefined,
  refused: string | undefined,
): Exit {
  if (interruption !== undefined) return { code: interruption, reason: outcomeText(outcome) }
  if (refused !== undefined) return { code: 1, reason: refused }
  if (outcome.kind === 'knee' || outcome.kind === 'above') return { code: 0, reason: 'ok' }
  return { code: 1, reason: outcomeText(outcome) }
}
