import type { Timing } from './windows.js'

/** Says on stderr what runs, and how long all of it still takes. */
export function startProgress(rows: readonly { readonly timing: Timing }[], rounds: number) {
  const secondsOf = ({ warmUp, turn, pause }: Timing) => warmUp + pause + rounds * (turn + pause)
  let left = rows.reduce((sum, { timing }) => sum + secondsOf(timing), 0)
  let done = 0
  return (name: string, timing: Timing) => {
    done++
    process.stderr.write(
      `${done} of ${rows.length}: ${name}; all of it is done in ${Math.ceil(left / 60)} min\n`,
    )
    left -= secondsOf(timing)
  }
}
