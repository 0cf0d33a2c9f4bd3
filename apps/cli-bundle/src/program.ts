import type { Program } from '@lakebase/cli-kit'
import { diffCommand } from './commands/diff-command.js'
import { explainCommand } from './commands/explain-command.js'
import { generateCommand } from './commands/generate-command.js'
import { lintCommand } from './commands/lint-command.js'
import { preflightCommand } from './commands/preflight-command.js'

export const program: Program = {
  packageName: 'cli-bundle',
  bin: 'lakebase-bundle',
  commands: [generateCommand, preflightCommand, lintCommand, diffCommand, explainCommand],
  version: async () => (await import('./version.js')).toolVersion(),
}
