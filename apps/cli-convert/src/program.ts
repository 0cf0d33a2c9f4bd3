import type { Program } from '@lakebase/cli-kit'
import { convertCommand } from './commands/convert-command.js'

export const program: Program = {
  packageName: 'cli-convert',
  bin: 'lakebase-convert',
  commands: [convertCommand],
  version: async () => (await import('./version.js')).toolVersion(),
}
