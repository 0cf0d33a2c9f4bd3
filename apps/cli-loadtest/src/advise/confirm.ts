import { createInterface } from 'node:readline/promises'
import { usageError } from '@lakebase/cli-kit'

/** Where a person may be asked. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean }
}

/**
 * Asks a person; only `yes` is yes.
 *
 * @throws CliError with exit code 2 where nobody is there to be asked
 */
export async function confirm(
  question: string,
  signal: AbortSignal,
  { input, output }: Terminal = { input: process.stdin, output: process.stderr },
): Promise<boolean> {
  if (!output.isTTY || !input.isTTY) throw nobodyThere()
  const lines = createInterface({ input, output })
  // At the end of input nobody answers any more.
  const closed = new Promise<string>((settle) => lines.once('close', () => settle('')))
  try {
    const answer = await Promise.race([lines.question(`${question} [yes/no] `, { signal }), closed])
    return /^yes$/i.test(answer.trim())
  } finally {
    lines.close()
  }
}

function nobodyThere() {
  return usageError('--apply asks before it changes a database, and nobody is here', 'add --yes')
}
