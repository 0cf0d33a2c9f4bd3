import { cliVersionFor } from '@lakebase/bundle-gen'
import { CliError, type Exit, type Io, readWorkloadFile } from '@lakebase/cli-kit'
import { parseWorkload } from '@lakebase/config'
import type { GenerateOptions } from '../commands/generate-options.js'

/** Options, load, compute, render, write. */
export async function runGenerate(options: GenerateOptions, io: Io): Promise<Exit> {
  const file = readWorkloadFile(options.config, io.cwd)
  const { workload, findings } = parseWorkload(file.text, { file: file.name })
  if (workload === undefined) throw new CliError(3, findings)
  io.stdout(`${workload.name}: Databricks CLI ${cliVersionFor({}).constraint}\n`)
  return { code: 0, reason: 'ok' }
}
