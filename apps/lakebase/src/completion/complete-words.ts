import { RootCommand } from '@bomb.sh/tab'
import type { Command, DeclaredOption } from '@lakebase/cli-kit'
import { SUB_COMMANDS } from '../suite/command-groups.js'
import type { SubCommand } from '../suite/sub-command.js'

/** Answers a shell: what the last of the words may become. Only the sub-command that they name is loaded. */
export async function completeWords(words: readonly string[]): Promise<void> {
  const root = new RootCommand()
  for (const sub of SUB_COMMANDS) {
    if (sub.name === words[0] && words.length > 1) await describe(root, sub)
    else root.command(sub.name, sub.summary)
  }
  root.parse([...words])
}

async function describe(root: RootCommand, sub: SubCommand): Promise<void> {
  for (const command of await sub.load()) {
    const described = root.command(pathOf(sub, command), command.summary)
    for (const option of command.options) describeOption(described, option)
  }
}

function describeOption(
  described: ReturnType<RootCommand['command']>,
  { flags, description, values }: DeclaredOption,
): void {
  const names = flags.split(/[ ,]+/)
  const long = names.find((name) => name.startsWith('--'))?.slice(2)
  const alias = names.find((name) => /^-[a-z]$/i.test(name))?.slice(1)
  if (long === undefined) return
  if (flags.includes('<')) {
    // A value of which nothing is known is left to the shell, which offers files.
    described.option(
      long,
      description,
      (complete) => {
        for (const value of values ?? []) complete(value, '')
      },
      alias,
    )
  } else if (alias === undefined) described.option(long, description)
  else described.option(long, description, alias)
}

/** `bundle lint`, or `rates`: the words without those that stand for arguments. */
function pathOf({ name, isFamily }: SubCommand, command: Command): string {
  const own = command.name.replace(/[<[].*/, '').trim()
  return isFamily ? `${name} ${own}`.trimEnd() : own
}
