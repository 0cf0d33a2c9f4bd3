import { setMaxListeners } from 'node:events'
import { createServer } from 'node:http'
import type { DatabaseToken } from './api/lakebase-resources.js'
import type { AccessToken } from './auth/access-tokens.js'
import type { ServicePrincipal } from './auth/oidc-routes.js'
import type { Fault, FaultHandle } from './faults/fault.js'
import { createFaultList, isConnectionFault } from './faults/fault-list.js'
import { requestListener } from './faults/request-listener.js'
import { type FakeWorkspaceOptions, withDefaults } from './options.js'
import { createServerIdentity, strangerIdentity } from './server/certificates.js'
import type { FakeRequest } from './server/fake-request.js'
import { type FrontDoor, openFrontDoor, type Welcome } from './server/front-door.js'
import { createWorkspaceApi } from './workspace-api.js'

/** A Databricks workspace to test against: real sockets, real TLS, real protocol. */
export interface FakeWorkspace {
  /** `https://localhost:PORT` */
  readonly host: string
  readonly port: number
  /** The certificate (PEM) to trust; undefined without TLS. */
  readonly ca: string | undefined
  /** A personal access token that is accepted. */
  readonly pat: string
  /** A client id and secret that are accepted. */
  readonly servicePrincipal: ServicePrincipal
  /** What was asked, oldest first. */
  readonly requests: readonly FakeRequest[]
  /** The database tokens given out, oldest first. */
  readonly databaseTokens: readonly DatabaseToken[]
  /** A token of the user as a login in the browser gives; for the `databricks` stub. */
  readonly mintAccessToken: (lifetimeSeconds?: number) => AccessToken
  /** Makes a workspace token worthless before its time. */
  readonly revokeAccessToken: (token: string) => void
  /** Sets a fault, at once and until it is lifted. */
  readonly fault: (fault: Fault) => FaultHandle
  /** Ends every connection, answered or not, and frees the port. */
  readonly close: () => Promise<void>
}

/**
 * Starts a fake workspace on a free port of 127.0.0.1.
 *
 * @example
 * const workspace = await startFakeWorkspace({ sql: () => ({ columns, rows: [['1']] }) })
 * const limit = workspace.fault({ kind: 'status', status: 429, times: 2 })
 */
export async function startFakeWorkspace(
  options: FakeWorkspaceOptions = {},
): Promise<FakeWorkspace> {
  const settings = withDefaults(options)
  const identity = settings.tls ? await createServerIdentity() : undefined
  const stranger = await strangerIdentity()
  const closing = new AbortController()
  setMaxListeners(0, closing.signal)
  const faults = createFaultList()
  const requests: FakeRequest[] = []

  const welcome = (): Welcome => {
    const kind = faults.forConnection()?.kind
    if (kind === 'accept-close') return 'close'
    if (kind === 'accept-hang') return 'ignore'
    if (kind === 'wrong-name' && identity) return identity.misnamed
    return kind === 'unknown-ca' ? stranger : 'serve'
  }
  const http = createServer()
  const door = await openFrontDoor(http, identity, welcome)
  const host = `${settings.tls ? 'https' : 'http'}://localhost:${door.port}`
  const api = createWorkspaceApi(settings, host, closing.signal)

  http.on(
    'request',
    requestListener({
      record: (request) => void requests.push(request),
      answer: api.answer,
      faultsFor: faults.forRequest,
      reset: door.reset,
      now: settings.now,
      closing: closing.signal,
    }),
  )

  return {
    host,
    port: door.port,
    ca: identity?.ca,
    pat: settings.personalAccessTokens[0],
    servicePrincipal: settings.servicePrincipals[0],
    requests,
    databaseTokens: api.databaseTokens,
    mintAccessToken: api.mintAccessToken,
    revokeAccessToken: api.revokeAccessToken,
    fault: (fault) => {
      if ((fault.kind === 'unknown-ca' || fault.kind === 'wrong-name') && !settings.tls) {
        throw new Error(`the fault ${fault.kind} needs a workspace with tls`)
      }
      return faults.add(fault, faultEffects(fault, door))
    },
    close: async () => {
      closing.abort()
      await door.close()
      http.close()
    },
  }
}

/** What a connection fault does to the door besides waiting for connections. */
function faultEffects(fault: Fault, door: FrontDoor) {
  const cut = () => (isConnectionFault(fault) ? door.cutConnections() : Promise.resolve())
  const refuses = fault.kind === 'refuse-connections'
  return {
    begin: () => {
      if (refuses) door.shut()
      return cut()
    },
    end: async () => {
      await cut()
      if (refuses) await door.reopen()
    },
  }
}
