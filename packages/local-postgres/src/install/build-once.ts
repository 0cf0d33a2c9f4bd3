import { chmod, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { hasErrorCode } from '../has-error-code.js'

/**
 * Makes a folder that is either whole or absent: `build` fills one beside it, which is then renamed.
 * Of two processes that build at once, the one that ends first wins and the other takes its folder.
 */
export async function buildOnce(
  folder: string,
  build: (empty: string) => Promise<void>,
): Promise<string> {
  if (await exists(folder)) return folder
  const parent = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`))
  const unfinished = join(parent, basename(folder))
  try {
    await chmod(parent, 0o711) // another user may have to build
    await mkdir(unfinished, { mode: 0o700 })
    await build(unfinished)
    await rename(unfinished, folder)
  } catch (error) {
    if (!hasErrorCode(error, 'ENOTEMPTY', 'EEXIST')) throw error
  } finally {
    await rm(parent, { recursive: true, force: true })
  }
  return folder
}

async function exists(folder: string): Promise<boolean> {
  try {
    return (await stat(folder)).isDirectory()
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return false
    throw error
  }
}
