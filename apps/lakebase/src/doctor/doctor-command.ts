import { type Command, defineCommand } from '@lakebase/cli-kit'
import { doctorOptions } from './doctor-options.js'

/** Whether everything is there that the other commands need of a workspace. */
export const doctorCommand: Command = defineCommand({
  name: 'doctor',
  summary: 'Test the connection step by step; each failure with the grant or command that mends it',
  options: doctorOptions,
  examples: (bin) => [
    `${bin} doctor`,
    `${bin} doctor --config workload.yml`,
    `${bin} doctor --profile prod --json`,
  ],
  run: async (options, _args, io) => (await import('./run-doctor.js')).runDoctor(options, io),
})
