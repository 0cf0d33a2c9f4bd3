/** What a command may touch of the world it runs in. Tests hand in their own. */
export interface Io {
  /** The result, and nothing else. */
  readonly stdout: (text: string) => void
  /** Everything that is said beside it. */
  readonly stderr: (text: string) => void
  readonly env: Readonly<Record<string, string | undefined>>
  /** The folder in which the user typed the command. */
  readonly cwd: string
  readonly now: () => Date
  readonly stdoutIsTty: boolean
  readonly stderrIsTty: boolean
}

/** The real process. Package managers change the folder before they start a script and leave the user's in INIT_CWD. */
export function processIo(): Io {
  const { stdout, stderr, env } = process
  return {
    stdout: (text) => void stdout.write(text),
    stderr: (text) => void stderr.write(text),
    env,
    cwd: env.INIT_CWD ?? process.cwd(),
    now: () => new Date(),
    stdoutIsTty: stdout.isTTY === true,
    stderrIsTty: stderr.isTTY === true,
  }
}
