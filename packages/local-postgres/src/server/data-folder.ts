import { chown, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyTree, giveTo } from '../install/copy-tree.js'
import { accessRules, type ServerOptions } from './configuration.js'
import { checkMayRemoveIn, type ServerUser } from './server-user.js'

/** A temporary folder for data, log and socket, into which only the server's user (and root) gets. */
export async function makeRunFolder(user: ServerUser | undefined): Promise<string> {
  if (user) await checkMayRemoveIn(tmpdir(), user)
  const folder = await mkdtemp(join(tmpdir(), 'lakebase-postgres-run-'))
  if (user) await chown(folder, user.uid, user.gid)
  return folder
}

/** Copies the template, and adds who may connect and the certificate. */
export async function fillDataFolder(
  data: string,
  template: string,
  options: ServerOptions,
  user: ServerUser | undefined,
): Promise<void> {
  const hand = user ? giveTo(user) : () => {}
  await mkdir(data, { mode: 0o700 })
  copyTree(join(template, 'data'), data, hand)
  hand(data, 'folder')
  await writeFile(join(data, 'pg_hba.conf'), accessRules(options))
  if (!options.tls) return
  for (const [name, text] of [
    ['server.crt', options.tls.certificate],
    ['server.key', options.tls.key],
  ] as const) {
    const file = join(data, name)
    await writeFile(file, text, { mode: 0o600 })
    hand(file, 'file')
  }
}
