import {
  didYouMean,
  type Exit,
  guarded,
  type Io,
  paint,
  runProgram,
  usageError,
  wantsColor,
} from '@lakebase/cli-kit'
import { SUB_COMMANDS } from './command-groups.js'
import { exitCodes, overview } from './overview.js'
import type { SubCommand } from './sub-command.js'
import { SUITE } from './suite.js'

const OK: Exit = { code: 0, reason: 'ok' }

/** Finds the sub-command that the words name, loads it and nothing else, and runs it. */
export async function runSuite(words: readonly string[], io: Io): Promise<number> {
  // `pnpm start -- check` hands the separator on.
  const argv = words[0] === '--' ? words.slice(1) : words
  const asked = argv[0] === 'help' ? [...argv.slice(1), '--help'] : argv
  const found = SUB_COMMANDS.find(({ name }) => name === asked[0])
  if (found) return runSubCommand(found, asked, io)
  return guarded(asked, io, async () => answer(asked, io))
}

async function runSubCommand(
  { name, isFamily, load }: SubCommand,
  argv: readonly string[],
  io: Io,
): Promise<number> {
  const program = { ...SUITE, commands: await load(), version: versionText }
  const named = { ...io, command: `${io.command} ${name}` }
  return isFamily
    ? runProgram({ ...program, bin: `${SUITE.bin} ${name}` }, argv.slice(1), named)
    : runProgram(program, argv, named)
}

/** What is not a sub-command: help, the version, or a slip. */
async function answer(argv: readonly string[], io: Io): Promise<Exit> {
  const [word] = argv
  if (word === '--version' || word === '-V') {
    io.stdout(`${SUITE.bin} ${await versionText()}\n`)
    return OK
  }
  if (word === 'complete') {
    const { completeWords } = await import('../completion/complete-words.js')
    await completeWords(argv.slice(argv[1] === '--' ? 2 : 1))
    return OK
  }
  if (word === 'exit-codes' && argv.includes('--help')) {
    io.stdout(exitCodes())
    return OK
  }
  if (word === undefined || word === '--help' || word === '-h') {
    io.stdout(overview(paint(wantsColor('auto', io.env, io.stdoutIsTty))))
    return OK
  }
  const names = SUB_COMMANDS.map(({ name }) => name)
  throw usageError(
    `there is no command ${word}${didYouMean(word, names)}`,
    `${SUITE.bin} --help lists them all`,
  )
}

async function versionText(): Promise<string> {
  return (await import('../version.js')).versionText()
}
