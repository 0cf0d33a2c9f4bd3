import { relative } from 'node:path'

/** What a command may touch of the world it runs in. Tests hand in their own. */
export interface Io {
  /** The result, and nothing else. */
  readonly stdout: (text: string) => void
  /** Everything that is said beside it. */
  readonly stderr: (text: string) => void
  readonly env: Readonly<Record<string, string | undefined>>
  /** The folder in which the user typed the command. */
  readonly cwd: string
  /** How the program was called, to be typed again: `lakebase-estimate`, or by way of a package script or a path. */
  readonly command: string
  readonly now: () => Date
  readonly stdoutIsTty: boolean
  readonly stderrIsTty: boolean
  /** Calls the listener instead of ending the process, until the returned function is called. */
  readonly onInterrupt: (listener: (signal: 'SIGINT' | 'SIGTERM') => void) => () => void
}

/**
 * The real process. `pnpm --filter <app> start` changes into the app's folder and leaves the user's in
 * INIT_CWD; in any other package's script the folder is the one that the script chose.
 *
 * @param program Name of the app's own package, and of its binary.
 */
export function processIo(program: { readonly packageName: string; readonly bin: string }): Io {
  const { stdout, stderr, env } = process
  const isOwnScript = env.npm_package_name === program.packageName
  const script = process.argv[1] ?? ''
  const path = relative(process.cwd(), script)
  return {
    stdout: (text) => void stdout.write(text),
    stderr: (text) => void stderr.write(text),
    env,
    cwd: (isOwnScript ? env.INIT_CWD : undefined) ?? process.cwd(),
    command: isOwnScript
      ? `pnpm --filter ${program.packageName} start`
      : script.endsWith('.js')
        ? `node ${path}`
        : program.bin,
    now: () => new Date(),
    stdoutIsTty: stdout.isTTY === true,
    stderrIsTty: stderr.isTTY === true,
    onInterrupt: (listener) => {
      const interrupted = () => listener('SIGINT')
      const terminated = () => listener('SIGTERM')
      process.on('SIGINT', interrupted).on('SIGTERM', terminated)
      return () => void process.off('SIGINT', interrupted).off('SIGTERM', terminated)
    },
  }
}
