import { type Io, usageError } from '@lakebase/cli-kit'
import type { Finding, Workload, YamlSource } from '@lakebase/config'
import type { EstimateOptions } from '../commands/estimate-options.js'
import type { KnownSizes } from './known-size.js'
import { measuredSizes } from './measured-sizes.js'
import { type FoundSizes, predictedSizes } from './predicted-sizes.js'
import { readDdl } from './read-ddl.js'
import { sizeGapFindings } from './size-gap-findings.js'
import { withKnownSizes } from './with-known-sizes.js'

/** A workload with the sizes of its tables as well as they are known. */
export interface SizedWorkload {
  readonly workload: Workload
  readonly sizes: KnownSizes
  readonly findings: readonly Finding[]
}

/** Measured beats DDL, DDL beats what the file states, and that beats the columns in the file. */
export async function tableSizes(
  read: Workload,
  source: YamlSource,
  lockPath: string | undefined,
  options: EstimateOptions,
  io: Io,
): Promise<SizedWorkload> {
  const ddl = readDdl(read, options.ddl, io.cwd)
  const measured: FoundSizes = options.noMeasure
    ? { sizes: new Map(), findings: [] }
    : await measuredSizes(ddl.workload, source, lockPath, measureWish(options), io)
  const fromDdl = options.ddl.length > 0
  const predicted = predictedSizes(ddl.workload, source, fromDdl, measured.sizes)
  const sizes: KnownSizes = new Map([...predicted.sizes, ...measured.sizes])
  return {
    workload: withKnownSizes(ddl.workload, sizes),
    sizes,
    findings: [
      ...ddl.findings,
      ...measured.findings,
      ...predicted.findings,
      ...sizeGapFindings(read, sizes, source),
    ],
  }
}

/** @throws CliError on flags that exclude each other */
export function checkMeasureOptions(options: EstimateOptions): void {
  const asked = [
    ...(options.measure ? ['--measure'] : []),
    ...(options.scan ? ['--scan'] : []),
    ...(options.refresh ? ['--refresh'] : []),
  ]
  if (options.noMeasure && asked.length > 0) {
    throw usageError(`--no-measure and ${asked.join(', ')} exclude each other`, 'keep one of them')
  }
}

function measureWish({ measure, scan, refresh, quiet }: EstimateOptions) {
  return { insist: measure || scan || refresh, scan, refresh, quiet }
}
