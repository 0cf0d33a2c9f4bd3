import type { Io } from './io.js'

/** One line at the bottom of the terminal that says how far the work is. */
export interface ProgressLine {
  readonly show: (text: string) => void
  /** Takes the line away, before anything else is written. */
  readonly clear: () => void
}

const START_OF_LINE = '\r'
const TO_END_OF_LINE = '\u001B[K'

/** On stderr, and only for a person: where stderr is no terminal, or all is to be quiet, nothing is written. */
export function progressLine(io: Pick<Io, 'stderr' | 'stderrIsTty'>, quiet: boolean): ProgressLine {
  if (quiet || !io.stderrIsTty) return { show: () => undefined, clear: () => undefined }
  let shown = false
  return {
    show: (text) => {
      shown = true
      io.stderr(`${START_OF_LINE}${text}${TO_END_OF_LINE}`)
    },
    clear: () => {
      if (shown) io.stderr(`${START_OF_LINE}${TO_END_OF_LINE}`)
      shown = false
    },
  }
}
