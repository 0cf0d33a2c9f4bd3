import { Agent } from 'node:https'
import { expect, onTestFinished, test } from 'vitest'
import { ask } from '../../test/ask.js'
import { openWorkspace } from '../../test/open-workspace.js'
import type { ConnectionFault } from './fault.js'

const ME = 'GET /api/2.0/preview/scim/v2/Me'

function keepingAgent(): Agent {
  const agent = new Agent({ keepAlive: true })
  onTestFinished(() => agent.destroy())
  return agent
}

test.each<[ConnectionFault, string]>([
  [{ kind: 'refuse-connections' }, 'ECONNREFUSED'],
  [{ kind: 'accept-close' }, 'ECONNRESET'],
  [{ kind: 'unknown-ca' }, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  [{ kind: 'wrong-name' }, 'ERR_TLS_CERT_ALTNAME_INVALID'],
])('%j is %s, also to a client that had a connection, until lifted', async (fault, code) => {
  const workspace = await openWorkspace()
  const agent = keepingAgent()
  await ask(workspace, ME, { agent })
  const handle = workspace.fault(fault)
  await handle.inForce
  await expect(ask(workspace, ME, { agent })).rejects.toMatchObject({ code })
  await expect(ask(workspace, ME)).rejects.toMatchObject({ code })
  expect(handle.fired).toBe(fault.kind === 'refuse-connections' ? 0 : 2)
  await handle.lift()
  expect((await ask(workspace, ME, { agent })).status).toBe(200)
  expect(workspace.requests).toHaveLength(2)
})

test('accept-hang leaves a client alone, even with TLS', async () => {
  const workspace = await openWorkspace()
  const handle = workspace.fault({ kind: 'accept-hang', times: 1 })
  const leaving = new AbortController()
  const hung = expect(ask(workspace, ME, { signal: leaving.signal })).rejects.toThrow()
  await expect.poll(() => handle.fired).toBe(1)
  expect((await ask(workspace, ME)).status).toBe(200)
  leaving.abort()
  await hung
})

test('after and times count connections', async () => {
  const workspace = await openWorkspace()
  workspace.fault({ kind: 'accept-close', after: 1, times: 1 })
  const outcomes: unknown[] = []
  for (let turn = 0; turn < 3; turn += 1) {
    outcomes.push(
      await ask(workspace, ME).then(
        ({ status }) => status,
        (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
      ),
    )
  }
  expect(outcomes).toEqual([200, 'ECONNRESET', 200])
})

test('a client that turns verification off is served under an unknown CA: what must not happen', async () => {
  const workspace = await openWorkspace()
  workspace.fault({ kind: 'unknown-ca' })
  const agent = new Agent({ rejectUnauthorized: false })
  expect((await ask(workspace, ME, { agent })).status).toBe(200)
  expect(workspace.requests[0]?.headers.authorization).toBe(`Bearer ${workspace.pat}`)
})

test('a workspace without TLS has no unknown CA', async () => {
  const workspace = await openWorkspace({ tls: false })
  expect(() => workspace.fault({ kind: 'unknown-ca' })).toThrow('needs a workspace with tls')
})
