import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildOnce } from './build-once.js'

let cache: string
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'lakebase-postgres-test-'))
})
afterEach(() => rm(cache, { recursive: true }))

test('builds a folder the first time only', async () => {
  let builds = 0
  const build = async (empty: string) => {
    builds++
    await writeFile(join(empty, 'file'), '')
  }
  const folder = await buildOnce(join(cache, 'made'), build)
  expect(await buildOnce(join(cache, 'made'), build)).toBe(folder)
  expect(await readdir(folder)).toEqual(['file'])
  expect(builds).toBe(1)
})

test('two that build at once end with one whole folder and no remains', async () => {
  const build = (empty: string) => writeFile(join(empty, 'file'), '')
  await Promise.all([buildOnce(join(cache, 'made'), build), buildOnce(join(cache, 'made'), build)])
  expect(await readdir(cache)).toEqual(['made'])
  expect(await readdir(join(cache, 'made'))).toEqual(['file'])
})

test('a build that fails leaves nothing that looks built', async () => {
  const fail = async (empty: string) => {
    await writeFile(join(empty, 'half'), '')
    throw new Error('disk full')
  }
  await expect(buildOnce(join(cache, 'made'), fail)).rejects.toThrow('disk full')
  expect(await readdir(cache)).toEqual([])
})
