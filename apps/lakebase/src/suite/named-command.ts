import type { Command } from '@lakebase/cli-kit'

/** A command that runs without a name in its own program, under a name of this one. */
export function namedCommand(command: Command, name: string): Command {
  return {
    ...command,
    name: `${name} ${command.name}`.trimEnd(),
    examples: (bin) => command.examples(`${bin} ${name}`),
  }
}
