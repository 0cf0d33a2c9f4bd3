import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { hasErrorCode } from '../has-error-code.js'
import { LocalPostgresError } from '../local-postgres-error.js'

const POLL_MS = 5
const PATIENCE_MS = 60_000
/** Line of `postmaster.pid` that holds the status, from 0 (LOCK_FILE_LINE_PM_STATUS, pidfile.h). */
const STATUS_LINE = 7

/**
 * Waits as `pg_ctl` does, by the status in `postmaster.pid`: whatever the log settings are, it tells.
 * Tells the process id of the server, which is not `formerPid`.
 * @throws LocalPostgresError START_FAILED with the log's last lines
 */
export async function waitUntilReady(
  folder: string,
  serverEnded: Promise<void>,
  formerPid?: number,
): Promise<number> {
  let ended = false
  void serverEnded.then(() => {
    ended = true
  })
  const giveUpAt = performance.now() + PATIENCE_MS
  for (;;) {
    const pid = await readyPid(folder)
    if (pid !== undefined && pid !== formerPid) return pid
    if (ended || performance.now() > giveUpAt) throw await startFailed(folder, ended)
    await delay(POLL_MS)
  }
}

async function readyPid(folder: string): Promise<number | undefined> {
  const lines = (await readIfThere(join(folder, 'data', 'postmaster.pid'))).split('\n')
  return lines[STATUS_LINE]?.trim() === 'ready' ? Number(lines[0]) : undefined
}

async function startFailed(folder: string, ended: boolean): Promise<LocalPostgresError> {
  const log = (await readIfThere(join(folder, 'server.log'))).trim().split('\n').slice(-10)
  const what = ended ? 'ended while it started' : `was not ready in ${PATIENCE_MS / 1000} s`
  return new LocalPostgresError('START_FAILED', `PostgreSQL ${what}:\n${log.join('\n')}`)
}

async function readIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return ''
    throw error
  }
}
