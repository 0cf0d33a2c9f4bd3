import { type BundleSpec, type Regeneration, regenerateBundle } from '@lakebase/bundle-gen'
import { type Io, userPath } from '@lakebase/cli-kit'
import type { Finding } from '@lakebase/config'
import type { GenerateOptions } from '../commands/generate-options.js'
import { readBundle } from './bundle-folder.js'
import { readSpec } from './read-spec.js'

/** What a bundle is made from, what is there, and what is to be there. Nothing is written yet. */
export interface MadeBundle {
  readonly spec: BundleSpec
  readonly disk: ReadonlyMap<string, string>
  readonly made: Regeneration
  readonly findings: readonly Finding[]
}

/** From the workload file to the files of the bundle, put into those of the folder. */
export function makeBundle(options: GenerateOptions, io: Io): MadeBundle {
  const { spec, findings } = readSpec(options, io)
  const folder = options.outputDir === undefined ? undefined : userPath(options.outputDir, io.cwd)
  const disk = folder === undefined ? new Map<string, string>() : readBundle(folder)
  const made = regenerateBundle(spec, disk, { force: options.force })
  return { spec, disk, made, findings: [...findings, ...made.findings] }
}
