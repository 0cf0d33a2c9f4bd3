import type { Program } from '@lakebase/cli-kit'
import { estimateCommand } from './commands/estimate-command.js'
import { ratesCommand } from './commands/rates-command.js'

export const program: Program = {
  packageName: 'cli-estimate',
  bin: 'lakebase-estimate',
  commands: [estimateCommand, ratesCommand],
  version: async () => (await import('./version.js')).versionText(),
}
