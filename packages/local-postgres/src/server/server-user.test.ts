import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkMayEnter, checkMayRemoveIn, findServerUser } from './server-user.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lakebase-postgres-test-'))
})
afterAll(() => rm(folder, { recursive: true }))

test.each([
  {
    users: [
      'root:x:0:0::/root:/bin/sh',
      'postgres:x:70:71::/:/bin/sh',
      'nobody:x:99:98::/:/bin/false',
    ],
    found: { name: 'nobody', uid: 99, gid: 98 },
  },
  { users: ['postgres:x:70:71::/:/bin/sh'], found: { name: 'postgres', uid: 70, gid: 71 } },
])('root hands the server to $found.name', async ({ users, found }) => {
  expect(await findServerUser(0, await passwd(users))).toEqual(found)
})

test('others keep the server to themselves', async () => {
  expect(await findServerUser(1000, '/no/such/file')).toBeUndefined()
})

test('root without another user is told to add one', async () => {
  const file = await passwd(['root:x:0:0::/root:/bin/sh'])
  await expect(findServerUser(0, file)).rejects.toMatchObject({ code: 'NO_SERVER_USER' })
})

test('names the closed folder on the way, not the open one in it', async () => {
  const user = { name: 'nobody', uid: 65_534, gid: 65_534 }
  await chmod(folder, 0o755)
  const open = join(folder, 'closed', 'open')
  await mkdir(open, { recursive: true })
  await checkMayEnter(open, user)
  await chmod(join(folder, 'closed'), 0o700)
  await expect(checkMayEnter(open, user)).rejects.toMatchObject({
    code: 'FOLDER_CLOSED',
    message: expect.stringContaining(`may not enter ${join(folder, 'closed')}.`),
  })
})

test('wants a temporary folder in which the server can remove its own files', async () => {
  const user = { name: 'nobody', uid: 65_534, gid: 65_534 }
  await chmod(folder, 0o755)
  await expect(checkMayRemoveIn(folder, user)).rejects.toMatchObject({ code: 'FOLDER_CLOSED' })
  await chmod(folder, 0o1777)
  await checkMayRemoveIn(folder, user)
})

async function passwd(users: readonly string[]): Promise<string> {
  const file = join(folder, 'passwd')
  await writeFile(file, `${users.join('\n')}\n`)
  return file
}
