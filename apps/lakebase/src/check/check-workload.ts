import { argvReader, CliError, type Io } from '@lakebase/cli-kit'
import { generateOptions, makeBundle } from 'cli-bundle/parts'
import { estimateOptions, makeEstimate } from 'cli-estimate/parts'
import type { Checked } from './checked.js'

/**
 * The workload with its sizes and prices, and what a bundle of it would be. Asks no warehouse.
 *
 * @param config as the user named it, or where it was found
 */
export async function checkWorkload(config: string, io: Io): Promise<Checked> {
  const words = ['--config', config]
  const ofEstimate = await findingsOf(async () => {
    const report = await makeEstimate(estimateOptions(argvReader([...words, '--no-measure'])), io)
    return report.findings
  })
  const ofBundle = await findingsOf(
    async () => makeBundle(generateOptions(argvReader(words)), io).findings,
  )
  return {
    part: { part: 'workload', source: config, status: 'checked' },
    findings: [...ofEstimate, ...ofBundle].map((finding) => ({ ...finding, part: 'workload' })),
  }
}

/** A file that ends a command is one that has findings; what else goes wrong is a failure here, too. */
async function findingsOf<Finding>(
  work: () => Promise<readonly Finding[]>,
): Promise<readonly (Finding | CliError['findings'][number])[]> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof CliError && error.code === 3) return error.findings
    throw error
  }
}
