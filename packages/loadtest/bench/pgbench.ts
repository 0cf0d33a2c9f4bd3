import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

export interface PgbenchTask {
  readonly port: number
  /** Pinned: what `prefer` would choose is not what ours does. */
  readonly sslmode: 'disable' | 'require'
  readonly clients: number
  readonly threads: number
  readonly seconds: number
  /** A script of pgbench's own language. */
  readonly script: string
  /** Transactions a second; missing: as fast as it can. */
  readonly rate?: number
}

export interface PgbenchRun {
  readonly perSecond: number
  /** Of its process, a transaction. */
  readonly cpuUs: number
  /** Microseconds from the intended start, and how much of them was its own lateness; with a rate. */
  readonly log: readonly { readonly responseUs: number; readonly lagUs: number }[]
}

const run = promisify(execFile)

/** Undefined: pgbench is not on the PATH. */
export async function pgbenchVersion(): Promise<string | undefined> {
  try {
    return (await run('pgbench', ['--version'])).stdout.trim()
  } catch {
    return undefined
  }
}

export async function runPgbench(task: PgbenchTask): Promise<PgbenchRun> {
  const folder = await mkdtemp(join(tmpdir(), 'lakebase-bench-'))
  try {
    const script = join(folder, 'script.sql')
    await writeFile(script, task.script)
    const words = [
      ...['-n', '-M', 'prepared', '-c', `${task.clients}`, '-j', `${task.threads}`],
      ...['-T', `${task.seconds}`, '-f', script],
      ...(task.rate === undefined ? [] : ['--rate', `${task.rate}`, '-l']),
      ...['-h', '127.0.0.1', '-p', `${task.port}`, '-U', 'postgres', 'postgres'],
    ]
    // `time -p` tells what the child used; rusage of children is not to be had from Node.
    const { stdout, stderr } = await run('bash', ['-c', 'time -p pgbench "$@"', 'bash', ...words], {
      cwd: folder,
      env: { PATH: '/usr/local/bin:/usr/bin:/bin', PGSSLMODE: task.sslmode, LC_ALL: 'C' },
      maxBuffer: 1 << 26,
    })
    const transactions = number(stdout, /actually processed: (\d+)/)
    const cpuSeconds = number(stderr, /^user ([\d.]+)/m) + number(stderr, /^sys ([\d.]+)/m)
    return {
      perSecond: number(stdout, /^tps = ([\d.]+) \(without/m),
      cpuUs: (cpuSeconds * 1e6) / transactions,
      log: task.rate === undefined ? [] : await readLog(folder),
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** `client transaction time script epoch microseconds lag`. */
async function readLog(folder: string): Promise<PgbenchRun['log']> {
  const names = (await readdir(folder)).filter((name) => name.startsWith('pgbench_log'))
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return texts.flatMap((text) =>
    text
      .trim()
      .split('\n')
      .map((line) => {
        const words = line.split(' ')
        return { responseUs: Number(words[2]), lagUs: Number(words[6]) }
      }),
  )
}

function number(text: string, pattern: RegExp): number {
  const found = pattern.exec(text)?.[1]
  if (found === undefined) throw new Error(`pgbench said nothing like ${pattern}: ${text}`)
  return Number(found)
}
