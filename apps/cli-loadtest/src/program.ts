import type { Program } from '@lakebase/cli-kit'
import { adviseCommand } from './commands/advise-command.js'
import { compareCommand } from './commands/compare-command.js'
import { historyCommand } from './commands/history-command.js'
import { initCommand } from './commands/init-command.js'
import { jobCommand } from './commands/job-command.js'
import { mergeCommand } from './commands/merge-command.js'
import { runCommand } from './commands/run-command.js'
import { sweepCommand } from './commands/sweep-command.js'

export const program: Program = {
  packageName: 'cli-loadtest',
  bin: 'lakebase-loadtest',
  commands: [
    runCommand,
    sweepCommand,
    compareCommand,
    adviseCommand,
    jobCommand,
    mergeCommand,
    historyCommand,
    initCommand,
  ],
  version: async () => (await import('./version.js')).toolVersion(),
}
