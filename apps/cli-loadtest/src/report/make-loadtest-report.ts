import { type Exit, GENERATOR } from '@lakebase/cli-kit'
import type { RunReport } from '@lakebase/loadtest'
import type { RunCost } from '../cost/run-cost.js'
import { toolVersion } from '../version.js'
import type { LoadtestReport } from './loadtest-report.js'

/** The document around a run: who made it, when, and how the command ends. */
export function makeLoadtestReport(
  run: RunReport,
  more: {
    readonly kind: LoadtestReport['kind']
    readonly source: string
    readonly exit: Exit
    readonly now: Date
    readonly cost?: RunCost | undefined
  },
): LoadtestReport {
  const { kind, source, exit, now, cost } = more
  return {
    ok: exit.code === 0,
    schemaVersion: 1,
    kind,
    generator: GENERATOR,
    version: toolVersion(),
    generatedAt: now.toISOString(),
    source,
    run,
    ...(cost !== undefined && { cost }),
    exit,
  }
}
