import { spawn, spawnSync } from 'node:child_process'

/** How a command ended. */
export interface Ended {
  /** Null when a signal ended it. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly cwd: string
  readonly input?: string
  /** Beside PATH, HOME and TMPDIR, which are all that it has of this process's environment. */
  readonly env?: Readonly<Record<string, string | undefined>>
}

/** Runs a built binary as a user would, and waits: for what needs nothing of this process. */
export function runBuilt(bin: string, args: readonly string[], options: RunOptions): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd: options.cwd,
    env: environment(options),
    encoding: 'utf8',
    input: options.input ?? '',
    maxBuffer: MAX_OUTPUT_BYTES,
  })
  return { code: status, stdout, stderr }
}

/**
 * Runs a built binary beside this process, which has a fake workspace to serve.
 *
 * @param interrupt asked again and again until it says that it is done
 */
export function runBuiltBeside(
  bin: string,
  args: readonly string[],
  options: RunOptions,
  interrupt: (kill: (signal: NodeJS.Signals) => void) => boolean = () => true,
): Promise<Ended> {
  return new Promise((settle, reject) => {
    const child = spawn(process.execPath, [bin, ...args], {
      cwd: options.cwd,
      env: environment(options),
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.stdin.end(options.input ?? '')
    const timer = setInterval(() => {
      if (interrupt((signal) => void child.kill(signal))) clearInterval(timer)
    }, INTERRUPT_EVERY_MS)
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(timer)
      settle({ code, stdout, stderr })
    })
  })
}

const MAX_OUTPUT_BYTES = 64 * 1024 * 1024
const INTERRUPT_EVERY_MS = 50

function environment({ env }: RunOptions): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env
  return { PATH, HOME, TMPDIR, NO_COLOR: '1', ...env }
}
