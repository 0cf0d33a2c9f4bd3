import type { Program } from '@lakebase/cli-kit'
import { generateCommand } from './commands/generate-command.js'

export const program: Program = {
  packageName: 'cli-bundle',
  bin: 'lakebase-bundle',
  commands: [generateCommand],
  version: async () => (await import('./version.js')).toolVersion(),
}
