import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CliError } from './cli-error.js'

/** Turns an error that nobody expected into exit 70: the stack goes into a file, one line onto the screen. */
export function reportBug(error: unknown): CliError {
  const message = error instanceof Error ? error.message : String(error)
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const finding = {
    ruleId: 'BUG',
    level: 'error',
    message: `this is a bug of ours: ${message}`,
  } as const
  return new CliError(70, [{ ...finding, hint: keepStack(stack) }], { cause: error })
}

function keepStack(stack: string): string {
  try {
    const file = join(mkdtempSync(join(tmpdir(), 'lakebase-crash-')), 'stack.txt')
    writeFileSync(file, `${stack}\n`)
    return `please report it with ${file}`
  } catch {
    // No place to write: the stack itself is then the only thing left to show.
    return stack
  }
}
