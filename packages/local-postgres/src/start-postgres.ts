import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { cacheFolder } from './install/cache-folder.js'
import { installServer } from './install/install-server.js'
import { platformPackage } from './install/platform-package.js'
import { prepareTemplate } from './install/prepare-template.js'
import type { LocalPostgres } from './local-postgres.js'
import { LocalPostgresError } from './local-postgres-error.js'
import { type ServerOptions, settingArguments, toArguments } from './server/configuration.js'
import { fillDataFolder, makeRunFolder } from './server/data-folder.js'
import { administer } from './server/databases.js'
import { freePort } from './server/free-port.js'
import { checkMayEnter, findServerUser, type ServerUser } from './server/server-user.js'
import { type Supervisor, supervise } from './server/supervisor.js'
import { waitUntilReady } from './server/wait-until-ready.js'

export interface LocalPostgresOptions extends ServerOptions {
  /** Where binaries (about 60 MB) and the template of a data directory (28 MB) stay between runs. */
  readonly cacheFolder?: string
}

const HOST = '127.0.0.1'
const USER = 'postgres'
const PORT_ATTEMPTS = 5
/** That a server which starts again ends too soon is not heard of; the wait for it ends in time. */
const NEVER = new Promise<void>(() => undefined)

/**
 * Starts a PostgreSQL 17 of its own on a free port of the loopback address.
 *
 * The server and its data are gone after `stop()`, and also when this process ends in any other
 * way: its return, an exception, a signal, SIGKILL.
 *
 * @throws LocalPostgresError
 * @example
 * const server = await startPostgres({ settings: { shared_buffers: '256MB' } })
 * const url = await server.createDatabase()
 * await server.stop()
 */
export async function startPostgres(options: LocalPostgresOptions = {}): Promise<LocalPostgres> {
  const settings = settingArguments(options)
  const user = await findServerUser()
  const cache = await cacheFolder(options.cacheFolder)
  if (user) await checkMayEnter(cache, user)
  const serverFolder = await installServer(platformPackage(), cache)
  const template = await prepareTemplate(serverFolder, user)
  for (let attempt = 1; ; attempt++) {
    try {
      return await startOn(await freePort(HOST), {
        options,
        settings,
        user,
        serverFolder,
        template,
      })
    } catch (error) {
      if (attempt === PORT_ATTEMPTS || !isPortInUse(error)) throw error
    }
  }
}

interface Prepared {
  readonly options: LocalPostgresOptions
  readonly settings: readonly string[]
  readonly user: ServerUser | undefined
  readonly serverFolder: string
  readonly template: string
}

async function startOn(port: number, prepared: Prepared): Promise<LocalPostgres> {
  const { options, settings, user, serverFolder, template } = prepared
  const folder = await makeRunFolder(user)
  const command = [
    join(serverFolder, 'bin', 'postgres'),
    '-D',
    join(folder, 'data'),
    ...settings,
    ...toArguments({ port, listen_addresses: HOST, unix_socket_directories: folder }),
  ]
  const supervisor = supervise(folder, command, user)
  try {
    await fillDataFolder(join(folder, 'data'), template, options, user)
    const pid = await supervisor.start()
    await waitUntilReady(folder, supervisor.serverEnded)
    return await open({ folder, pid, port, options, supervisor })
  } catch (error) {
    await supervisor.stop()
    throw error
  }
}

interface Running {
  readonly folder: string
  readonly pid: number
  readonly port: number
  readonly options: ServerOptions
  readonly supervisor: Supervisor
}

async function open({
  folder,
  port,
  options,
  supervisor,
  ...first
}: Running): Promise<LocalPostgres> {
  let { pid } = first
  const admin = administer(folder, port, USER)
  const password = options.auth === 'scram' ? randomBytes(16).toString('hex') : undefined
  if (password !== undefined) await admin.setPassword(password)
  supervisor.letGo()
  const credentials = password === undefined ? USER : `${USER}:${password}`
  const query = options.tls ? '?sslmode=require' : ''
  const urlOf = (database: string) =>
    `postgres://${credentials}@${HOST}:${port}/${encodeURIComponent(database)}${query}`
  return {
    url: urlOf('postgres'),
    host: HOST,
    port,
    user: USER,
    ...(password !== undefined && { password }),
    get pid() {
      return pid
    },
    folder,
    createDatabase: async (name) => urlOf(await admin.createDatabase(name)),
    dropDatabase: (url) => admin.dropDatabase(decodeURIComponent(new URL(url).pathname.slice(1))),
    restart: async () => {
      await supervisor.restart(async () => {
        pid = await waitUntilReady(folder, NEVER, pid)
        return pid
      })
    },
    stop: () => supervisor.stop(),
  }
}

function isPortInUse(error: unknown): boolean {
  return error instanceof LocalPostgresError && error.message.includes('Address already in use')
}
