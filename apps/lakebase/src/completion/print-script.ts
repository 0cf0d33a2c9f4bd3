import { script } from '@bomb.sh/tab'
import { didYouMean, type Exit, usageError } from '@lakebase/cli-kit'
import { SUITE } from '../suite/suite.js'

const SHELLS = ['bash', 'zsh', 'fish', 'powershell']

/** The script asks the program itself, by its hidden word `complete`, at every press of the key. */
export function printScript([shell = '']: readonly string[]): Exit {
  if (!SHELLS.includes(shell)) {
    throw usageError(
      `there is no completion for "${shell}"${didYouMean(shell, SHELLS)}`,
      `shells: ${SHELLS.join(', ')}`,
    )
  }
  script(shell, SUITE.bin, SUITE.bin)
  return { code: 0, reason: 'ok' }
}
