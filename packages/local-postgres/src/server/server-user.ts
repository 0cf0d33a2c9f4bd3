import { readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { LocalPostgresError } from '../local-postgres-error.js'

export interface ServerUser {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** `nobody` first: `postgres` may own the files of a real database. */
const CANDIDATES = ['nobody', 'postgres']

/** PostgreSQL refuses to run as root, so root's server runs as another user; undefined for others. */
export async function findServerUser(
  uid = process.getuid?.(),
  passwdFile = '/etc/passwd',
): Promise<ServerUser | undefined> {
  if (uid !== 0) return undefined
  const users = parsePasswd(await readFile(passwdFile, 'utf8'))
  for (const candidate of CANDIDATES) {
    const found = users.find((user) => user.name === candidate && user.uid !== 0)
    if (found) return found
  }
  throw new LocalPostgresError(
    'NO_SERVER_USER',
    `PostgreSQL does not run as root, and ${passwdFile} has no user named ${CANDIDATES.join(' or ')}. Add one, or start as another user.`,
  )
}

/** Refuses a folder that the server's user could not get at, before PostgreSQL fails on it in its own words. */
export async function checkMayEnter(folder: string, user: ServerUser): Promise<void> {
  const { uid, gid, mode } = await stat(folder)
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
  if ((mode & bit) === 0) {
    throw new LocalPostgresError(
      'FOLDER_CLOSED',
      `As root the server runs as ${user.name}, who may not enter ${folder}. Choose a folder that is open to all: TMPDIR for the data, cacheFolder for the programs.`,
    )
  }
  if (dirname(folder) !== folder) await checkMayEnter(dirname(folder), user)
}

/** Refuses a temporary folder in which the server's user could not remove what is left when we are killed. */
export async function checkMayRemoveIn(folder: string, user: ServerUser): Promise<void> {
  await checkMayEnter(folder, user)
  if (((await stat(folder)).mode & 0o002) === 0) {
    throw new LocalPostgresError(
      'FOLDER_CLOSED',
      `As root the server runs as ${user.name}, who may not write into ${folder}. Set TMPDIR to a folder that is open to all as /tmp is (mode 1777).`,
    )
  }
}

function parsePasswd(text: string): readonly ServerUser[] {
  return text
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 7)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
}
