import { execFile } from 'node:child_process'
import { chown } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { hasErrorCode } from '../has-error-code.js'
import { LocalPostgresError } from '../local-postgres-error.js'
import { SERVER_ENVIRONMENT } from '../server/server-environment.js'
import type { ServerUser } from '../server/server-user.js'
import { buildOnce } from './build-once.js'

const run = promisify(execFile)

/** Small WAL segments make a data directory of 28 MB instead of 39. */
const INITDB_ARGUMENTS = [
  '--username=postgres',
  '--auth=trust',
  '--encoding=UTF8',
  '--locale=C.UTF-8',
  '--wal-segsize=1',
  '--no-sync',
  '--no-instructions',
]

/** Runs `initdb` once for each version and user; every server starts from a copy of what it made. */
export async function prepareTemplate(
  serverFolder: string,
  user: ServerUser | undefined,
): Promise<string> {
  const owner = user?.uid ?? process.getuid?.()
  return buildOnce(`${serverFolder}-data-${owner}`, async (empty) => {
    const data = join(empty, 'data')
    if (user) await chown(empty, user.uid, user.gid)
    await initdb(join(serverFolder, 'bin', 'initdb'), data, user)
  })
}

async function initdb(program: string, data: string, user: ServerUser | undefined): Promise<void> {
  try {
    await run(program, ['--pgdata', data, ...INITDB_ARGUMENTS], {
      ...(user && { uid: user.uid, gid: user.gid }),
      cwd: '/',
      env: SERVER_ENVIRONMENT,
    })
  } catch (cause) {
    throw initdbError(program, cause)
  }
}

function initdbError(program: string, cause: unknown): LocalPostgresError {
  if (hasErrorCode(cause, 'ENOENT')) {
    return new LocalPostgresError(
      'UNSUPPORTED_PLATFORM',
      `${program} cannot be run: its loader is missing. The Linux binaries need glibc, which Alpine lacks: use a Debian-based image, or give the address of a PostgreSQL server of your own.`,
      { cause },
    )
  }
  const words = cause instanceof Error ? cause.message : String(cause)
  return new LocalPostgresError('INITDB_FAILED', `initdb failed: ${words}`, { cause })
}
