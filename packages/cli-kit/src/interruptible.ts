import { CliError } from './cli-error.js'
import { EXIT_CODES } from './exit-code.js'
import type { Io } from './io.js'

const CODES = { SIGINT: 130, SIGTERM: 143 } as const

/**
 * Lets long work end in order when the user presses Ctrl-C: its signal is aborted, and when it has let
 * go of what it held, the command ends with 130 (143 for SIGTERM). A second Ctrl-C ends at once.
 */
export async function interruptible<T>(
  io: Pick<Io, 'onInterrupt'>,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  let code: 130 | 143 | undefined
  const ignoreFurther = io.onInterrupt((name) => {
    ignoreFurther()
    code = CODES[name]
    controller.abort(new Error(EXIT_CODES[code]))
  })
  try {
    return await work(controller.signal)
  } catch (error) {
    if (code === undefined) throw error
    const finding = { ruleId: 'INTERRUPTED', level: 'error', message: EXIT_CODES[code] } as const
    throw new CliError(code, [finding], { cause: error })
  } finally {
    ignoreFurther()
  }
}
