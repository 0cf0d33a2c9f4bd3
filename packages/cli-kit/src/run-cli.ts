import { cac } from 'cac'
import { CliError, usageError } from './cli-error.js'
import type { Command } from './command.js'
import { reportBug } from './crash-file.js'
import { EXIT_CODES, type Exit } from './exit-code.js'
import { formatFinding } from './format-finding.js'
import { type Io, processIo } from './io.js'
import { didYouMean } from './option-reader.js'
import { paint, wantsColor } from './paint.js'

/** A program: its commands and what it says about itself. */
export interface Program {
  /** The package that the program comes in. */
  readonly packageName: string
  /** The word that the user types. */
  readonly bin: string
  readonly commands: readonly Command[]
  /** Loaded only for `--version`. */
  readonly version: () => Promise<string>
}

/** Runs a program on the real process and sets its exit code. */
export async function runCli(program: Program): Promise<void> {
  await runOnProcess(program, (words, io) => runProgram(program, words, io))
}

/** Hands the words of the real process to a program, and its exit code to the shell. */
export async function runOnProcess(
  program: Pick<Program, 'packageName' | 'bin'>,
  run: (words: readonly string[], io: Io) => Promise<number>,
): Promise<void> {
  endWithReader(process.stdout)
  process.exitCode = await run(process.argv.slice(2), processIo(program))
}

/** `| head` closes the pipe when it has enough: that is an end, not a failure. */
function endWithReader(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit()
    throw error
  })
}

/** Runs a program on the words and the world given; resolves to the exit code. */
export async function runProgram(
  program: Program,
  words: readonly string[],
  io: Io,
): Promise<number> {
  // `pnpm start -- --config x` hands the separator on.
  const argv = words[0] === '--' ? words.slice(1) : words
  return guarded(argv, io, () => dispatch(program, argv, io))
}

/** The only catch of a command line: what work throws is told to the user, and becomes its exit code. */
export async function guarded(
  argv: readonly string[],
  io: Io,
  work: () => Promise<Exit>,
): Promise<number> {
  try {
    return (await work()).code
  } catch (error) {
    return fail(error, argv, io)
  }
}

async function dispatch(program: Program, argv: readonly string[], io: Io): Promise<Exit> {
  if (argv.includes('--version') || argv.includes('-V')) {
    io.stdout(`${program.bin} ${await program.version()}\n`)
    return { code: 0, reason: 'ok' }
  }
  const cli = cac(program.bin)
  let chosen: { readonly command: Command; readonly args: readonly string[] } | undefined
  for (const command of program.commands) {
    const entry = cli.command(command.name, command.summary)
    for (const option of command.options) entry.option(option.flags, option.description)
    for (const example of command.examples(program.bin)) entry.example(`  $ ${example}`)
    entry.action((...given: unknown[]) => {
      const args = given.slice(0, -1).flat()
      chosen = { command, args: args.filter((arg) => arg !== undefined).map(asWord) }
    })
  }
  cli.option('-V, --version', 'Print the version and the date of the prices')
  cli.help((sections) => [
    ...sections
      .filter((section) => !section.title?.startsWith('For more info'))
      // Of a `--no-` flag the parser says that it is on by default, which is its own affair.
      .map((section) => ({ ...section, body: section.body.replaceAll(' (default: true)', '') })),
    { title: 'Exit codes', body: exitCodeHelp() },
  ])
  readWords(cli, program, argv)
  if (chosen !== undefined) return chosen.command.run(argv, chosen.args, io)
  if (argv.includes('--help') || argv.includes('-h')) return { code: 0, reason: 'ok' }
  throw usageError('no command given', `see ${program.bin} --help`)
}

function readWords(cli: ReturnType<typeof cac>, program: Program, argv: readonly string[]): void {
  try {
    cli.parse(['node', program.bin, ...joinDash(program, argv)], { run: false })
    cli.runMatchedCommand()
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'CACError') throw error
    const unknown = /Unknown option `(.+)`/.exec(error.message)?.[1]
    const known = program.commands.flatMap((command) =>
      command.options.flatMap((option) => option.flags.match(/--[a-z-]+/g) ?? []),
    )
    const suggestion = unknown === undefined ? '' : didYouMean(asTyped(unknown, argv), known)
    throw usageError(
      `${error.message.replaceAll('`', '"')}${suggestion}`,
      `see ${program.bin} --help`,
    )
  }
}

/** Stands for a `-` that is an argument: the parser would drop it. */
const LONE_DASH = '\u0000-'

/** The parser takes a lone `-` for an option; as `-o=-` it is a value. */
function joinDash({ commands }: Program, argv: readonly string[]): readonly string[] {
  const valued = new Set(
    commands.flatMap(({ options }) =>
      options.flatMap(({ flags }) => (flags.includes('<') ? flags.split(/[ ,]+/) : [])),
    ),
  )
  return argv.flatMap((word, index) => {
    if (argv[index + 1] === '-' && valued.has(word)) return [`${word}=-`]
    if (word !== '-') return [word]
    return valued.has(argv[index - 1] ?? '') ? [] : [LONE_DASH]
  })
}

function asWord(arg: unknown): string {
  return arg === LONE_DASH ? '-' : String(arg)
}

/** The parser names an unknown option in camel case; the user typed it otherwise. */
function asTyped(option: string, argv: readonly string[]): string {
  const flat = (text: string) => text.replace(/-/g, '').toLowerCase()
  return (
    argv.map((word) => word.split('=')[0] ?? '').find((w) => flat(w) === flat(option)) ?? option
  )
}

function exitCodeHelp(): string {
  return Object.entries(EXIT_CODES)
    .map(([code, meaning]) => `  ${code.padStart(3)}  ${meaning}`)
    .join('\n')
}

function fail(error: unknown, argv: readonly string[], io: Io): number {
  const known = error instanceof CliError ? error : reportBug(error)
  const exit: Exit = { code: known.code, reason: EXIT_CODES[known.code] }
  if (argv.includes('--json')) {
    io.stdout(`${JSON.stringify({ ok: false, errors: known.findings, exit }, null, 2)}\n`)
    return known.code
  }
  const colors = paint(wantsColor('auto', io.env, io.stderrIsTty))
  for (const finding of known.findings) io.stderr(`${formatFinding(finding, colors)}\n\n`)
  io.stderr(`exit ${exit.code}: ${exit.reason}\n`)
  return known.code
}
