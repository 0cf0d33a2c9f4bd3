import { createInterface } from 'node:readline/promises'
import { type Io, usageError } from '@lakebase/cli-kit'

/**
 * Asks a person; only `yes` is yes.
 *
 * @throws CliError with exit code 2 where nobody is there to be asked
 */
export async function confirm(
  question: string,
  io: Pick<Io, 'stderrIsTty'>,
  signal: AbortSignal,
): Promise<boolean> {
  if (!io.stderrIsTty || !process.stdin.isTTY) {
    throw usageError('--apply asks before it changes a database, and nobody is here', 'add --yes')
  }
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return /^yes$/i.test((await lines.question(`${question} [yes/no] `, { signal })).trim())
  } finally {
    lines.close()
  }
}
