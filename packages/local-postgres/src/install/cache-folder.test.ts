import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cacheFolder } from './cache-folder.js'

test('refuses a folder in which others could plant programs', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lakebase-postgres-test-'))
  try {
    expect(await cacheFolder(folder)).toBe(folder)
    await chmod(folder, 0o777)
    await expect(cacheFolder(folder)).rejects.toMatchObject({ code: 'FOLDER_NOT_OURS' })
  } finally {
    await rm(folder, { recursive: true })
  }
})
