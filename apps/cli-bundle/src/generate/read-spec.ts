import { basename } from 'node:path'
import { type BundleSpec, checkBundleSpec, type Finding as SpecFinding } from '@lakebase/bundle-gen'
import { CliError, type Io, readWorkloadFile, usageError } from '@lakebase/cli-kit'
import {
  type Finding,
  parseDuration,
  parseWorkload,
  type Workload,
  type YamlSource,
} from '@lakebase/config'
import type { GenerateOptions } from '../commands/generate-options.js'
import { bundleSpecOf } from '../spec/bundle-spec-of.js'

export interface ReadSpec {
  readonly spec: BundleSpec
  /** Of the workload and of the spec; none is an error. */
  readonly findings: readonly Finding[]
}

type SpecFlags = Pick<GenerateOptions, 'config' | 'product' | 'loadTestBranch' | 'host'>

/** From the workload file to what a bundle is made from. Every error stops here, all at once. */
export function readSpec(options: SpecFlags, io: Io): ReadSpec {
  const ttl = options.loadTestBranch === undefined ? undefined : seconds(options.loadTestBranch)
  const file = readWorkloadFile(options.config, io.cwd)
  const { workload, findings, source } = parseWorkload(file.text, { file: file.name })
  if (workload === undefined) throw new CliError(3, findings)
  const { spec, findings: ofSpec } = bundleSpecOf(workload, {
    // Without its folder, so that the files do not depend on where the command was typed.
    origin: basename(file.name),
    product: options.product ?? workload.target.product,
    host: options.host,
    loadTestBranchSeconds: ttl,
  })
  const all = source.applyIgnores([
    ...findings,
    ...ofSpec,
    ...(spec === undefined ? [] : placed(checkBundleSpec(spec), workload, source)),
  ])
  if (spec === undefined || all.some(({ level }) => level === 'error')) throw new CliError(3, all)
  return { spec, findings: all }
}

/** A finding about a table gets its place in the workload file. */
function placed(
  findings: readonly SpecFinding[],
  { sync }: Workload,
  file: YamlSource,
): readonly Finding[] {
  return findings.map(({ source, ...finding }) => {
    const table = sync.tables.findLast(({ name }) => name === source)
    return table === undefined ? finding : { ...finding, ...file.locate([...table.at, 'name']) }
  })
}

function seconds(text: string): number {
  const parsed = parseDuration(text)
  if (parsed !== undefined) return parsed
  throw usageError(`--load-test-branch: "${text}" is not a duration`, 'such as 7d, 24h or PT12H')
}
