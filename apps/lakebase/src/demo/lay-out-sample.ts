import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { writeFileAtomic } from '@lakebase/cli-kit'
import { sampleFiles } from './sample-files.js'

/** Puts the sample into the folder. A file that is there stays, whoever changed it: the demo then runs on that. */
export function layOutSample(folder: string): void {
  for (const [path, text] of sampleFiles()) {
    if (!existsSync(join(folder, path))) writeFileAtomic(join(folder, path), text)
  }
}
