import { readRun } from 'cli-loadtest/parts'
import type { JourneyLoadTest } from './journey-load-test.js'
import { withoutValues } from './without-values.js'

/**
 * A run that was kept in a file.
 *
 * @throws CliError with exit code 3 when it is none
 */
export function readLoadTest(file: string, cwd: string): JourneyLoadTest {
  const run = withoutValues(readRun(file, cwd))
  const { address, serverVersion } = run.target
  return {
    source: file,
    saidOf: `PostgreSQL ${serverVersion} at ${address}`,
    isEmbedded: false,
    run,
  }
}
