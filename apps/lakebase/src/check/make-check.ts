import { dirname } from 'node:path'
import { type Exit, GENERATOR, type Io, readWorkloadFile, sortFindings } from '@lakebase/cli-kit'
import { once } from '../findings/once.js'
import type { PartFinding } from '../findings/part-finding.js'
import { toolVersion } from '../version.js'
import { checkBundle } from './check-bundle.js'
import type { CheckOptions } from './check-options.js'
import { checkQueries } from './check-queries.js'
import type { CheckReport } from './check-report.js'
import { checkWorkload } from './check-workload.js'

/** Every part is checked, whatever the others have: all is said at once. */
export async function makeCheck(options: CheckOptions, io: Io): Promise<CheckReport> {
  const config = readWorkloadFile(options.config, io.cwd).name
  const folder = dirname(config)
  const checked = [
    await checkWorkload(config, io),
    checkBundle(options.bundle, folder, io),
    await checkQueries(options, folder, io),
  ]
  const findings = checked.flatMap((one) => sortFindings(once(one.findings)))
  const exit = exitOf(findings, options.exitZero)
  return {
    ok: exit.code === 0,
    schemaVersion: 1,
    generator: GENERATOR,
    version: toolVersion(),
    parts: checked.map(({ part }) => part),
    findings,
    exit,
  }
}

function exitOf(findings: readonly PartFinding[], exitZero: boolean): Exit {
  const errors = findings.filter(({ level }) => level === 'error').length
  if (errors === 0 || exitZero) return { code: 0, reason: 'ok' }
  return { code: 1, reason: `${errors} finding${errors === 1 ? '' : 's'} at error level` }
}
