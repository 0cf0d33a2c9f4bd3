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

/**
 * The real process. `pnpm --filter <app> start` changes into the app's folder and leaves the user's in
 * INIT_CWD; in any other package's script the folder is the one that the script chose.
 *
 * @param packageName Name of the app's own package.
 */
export function processIo(packageName: string): Io {
  const { stdout, stderr, env } = process
  const isOwnScript = env.npm_package_name === packageName
  return {
    stdout: (text) => void stdout.write(text),
    stderr: (text) => void stderr.write(text),
    env,
    cwd: (isOwnScript ? env.INIT_CWD : undefined) ?? process.cwd(),
    now: () => new Date(),
    stdoutIsTty: stdout.isTTY === true,
    stderrIsTty: stderr.isTTY === true,
  }
}
