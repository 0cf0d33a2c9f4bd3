import type { Exit } from './exit-code.js'
import type { Io } from './io.js'
import {
  argvReader,
  type DeclaredOption,
  declaredOptions,
  type OptionReader,
} from './option-reader.js'

/** A command as its author writes it. */
export interface CommandSpec<Options> {
  /** `''` for the one that runs without a name; `rates <action> [card]` with arguments. */
  readonly name: string
  readonly summary: string
  readonly options: (read: OptionReader) => Options
  /** Lines to type, with the program under the name by which it was called: `(bin) => [`${bin} -c x.yml`]`. */
  readonly examples: (bin: string) => readonly string[]
  readonly run: (options: Options, args: readonly string[], io: Io) => Promise<Exit>
}

/** A command as the runner sees it, its option types sealed inside. */
export interface Command {
  readonly name: string
  readonly summary: string
  readonly examples: (bin: string) => readonly string[]
  readonly options: readonly DeclaredOption[]
  readonly run: (argv: readonly string[], args: readonly string[], io: Io) => Promise<Exit>
}

/**
 * Makes a command from its options and what it does.
 *
 * @example
 * const hello = defineCommand({
 *   name: 'hello',
 *   summary: 'Greets',
 *   examples: (bin) => [`${bin} --name Ada`],
 *   options: (read) => ({ name: read.text('--name <name>', 'Whom') }),
 *   run: async ({ name }, _args, io) => {
 *     io.stdout(`Hello ${name ?? 'world'}\n`)
 *     return { code: 0, reason: 'ok' }
 *   },
 * })
 */
export function defineCommand<Options>(spec: CommandSpec<Options>): Command {
  return {
    name: spec.name,
    summary: spec.summary,
    examples: spec.examples,
    options: declaredOptions(spec.options),
    run: async (argv, args, io) => spec.run(spec.options(argvReader(argv)), args, io),
  }
}
