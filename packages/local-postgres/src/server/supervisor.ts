import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Socket } from 'node:net'
import { hasErrorCode } from '../has-error-code.js'
import { SERVER_ENVIRONMENT } from './server-environment.js'
import type { ServerUser } from './server-user.js'

/**
 * The server's parent. It reads a pipe that only our process holds the other end of, so it hears of
 * our end however that comes, SIGKILL included; then it ends the server and removes the folder. It
 * starts the server itself, so the process id that it signals cannot have passed to another process.
 * The first line starts the server; `restart` ends it and starts it again, any other line stops it (fast
 * shutdown: clients are told). The end of the pipe stops it at once (immediate shutdown, which kills after
 * 5 seconds).
 */
const SCRIPT = `
folder=$1; shift
trap '' HUP INT TERM
if read -r go; then
  "$@" 2>"$folder/server.log" </dev/null &
  server=$!
  echo "$server"
  exec >/dev/null
  while read -r word && [ "$word" = restart ]; do
    kill -INT "$server"
    wait "$server"
    "$@" 2>>"$folder/server.log" </dev/null &
    server=$!
  done
  if [ -n "$word" ]; then kill -INT "$server"; else kill -QUIT "$server"; fi
  wait "$server"
fi
rm -rf -- "$folder"
`

const STOP_PATIENCE_MS = 10_000

export interface Supervisor {
  /** Starts the server and tells its process id. */
  start(): Promise<number>
  /** Resolves when the server's processes have ended, for whatever reason. */
  readonly serverEnded: Promise<void>
  /** Ends the server and starts it again; `ready` tells when it is there, and its process id. */
  restart(ready: () => Promise<number>): Promise<void>
  /** Lets our process end without waiting for the server. */
  letGo(): void
  /** Ends the server if it runs, and removes the folder. May be called again. */
  stop(): Promise<void>
}

/** Watches over `folder` from now on, and over the server from `start` on. */
export function supervise(
  folder: string,
  command: readonly string[],
  user: ServerUser | undefined,
): Supervisor {
  const child = spawn('/bin/sh', ['-c', SCRIPT, 'lakebase-postgres', folder, ...command], {
    ...(user && { uid: user.uid, gid: user.gid }),
    cwd: '/',
    detached: true, // its own session: Ctrl-C is for us, and our end is its signal
    env: SERVER_ENVIRONMENT,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  // The shell closes its own end of this pipe, so its end is that of the server's last process.
  const serverEnded = new Promise<void>((resolve) => child.stdout.once('close', () => resolve()))
  child.stdin.on('error', () => {}) // the shell is gone: `ended` tells
  let serverPid: number | undefined
  return {
    serverEnded,
    async start() {
      child.stdin.write('go\n')
      serverPid = await readPid(child.stdout)
      return serverPid
    },
    async restart(ready) {
      child.stdin.write('restart\n')
      serverPid = await ready()
    },
    letGo: () => refer(child, 'unref'),
    async stop() {
      refer(child, 'ref')
      if (serverPid === undefined) child.stdin.end()
      else child.stdin.end('stop\n')
      const impatience = setTimeout(() => endNow(serverPid), STOP_PATIENCE_MS)
      await ended
      clearTimeout(impatience)
    },
  }
}

async function readPid(stdout: NodeJS.ReadableStream): Promise<number> {
  const [line]: unknown[] = await once(stdout, 'data')
  stdout.resume()
  const pid = Number(String(line))
  if (!Number.isInteger(pid)) throw new Error(`no process id: ${line}`)
  return pid
}

/** It may have ended meanwhile, while its folder is still being removed. */
function endNow(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(pid, 'SIGQUIT')
  } catch (error) {
    if (!hasErrorCode(error, 'ESRCH')) throw error
  }
}

function refer(child: ChildProcess, how: 'ref' | 'unref'): void {
  child[how]()
  for (const stream of [child.stdin, child.stdout]) if (stream instanceof Socket) stream[how]()
}
