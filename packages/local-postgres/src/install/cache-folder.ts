import { mkdir, stat } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasErrorCode } from '../has-error-code.js'
import { LocalPostgresError } from '../local-postgres-error.js'

const NAME = 'lakebase-postgres'
/** Group and others may write. */
const WRITABLE_BY_OTHERS = 0o022

/**
 * Where binaries and template are kept between runs: `/var/cache` for root, whose home another user
 * may not enter; `~/.cache` for others; the temp folder where neither can be written.
 */
export async function cacheFolder(wanted?: string): Promise<string> {
  if (wanted !== undefined) return ownFolder(wanted)
  const uid = process.getuid?.()
  const lasting = uid === 0 ? '/var/cache' : join(homedir(), '.cache')
  try {
    return await ownFolder(join(lasting, NAME))
  } catch (error) {
    if (!hasErrorCode(error, 'EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR')) throw error
    return ownFolder(join(tmpdir(), `${NAME}-${uid}`))
  }
}

/** Makes the folder if need be, and refuses one in which others could plant a program to be run. */
async function ownFolder(path: string): Promise<string> {
  await mkdir(path, { recursive: true, mode: 0o755 })
  const { uid, mode } = await stat(path)
  if (uid === process.getuid?.() && (mode & WRITABLE_BY_OTHERS) === 0) return path
  throw new LocalPostgresError(
    'FOLDER_NOT_OURS',
    `${path} belongs to another user or can be written by others, so programs in it cannot be trusted. Remove it, or name another folder with cacheFolder.`,
  )
}
