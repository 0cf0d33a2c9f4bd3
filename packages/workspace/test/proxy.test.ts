import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'
import { type FakeWorkspace, startFakeWorkspace } from '@lakebase/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { errorOf, openFake } from './open.js'

let fake: FakeWorkspace
let tunnels: string[]
const sockets = new Set<Socket>()
const proxy = createServer().on('connect', ({ url = '' }, client: Socket) => {
  tunnels.push(url)
  const server = connect(Number(url.split(':')[1]), 'localhost', () => {
    client.write('HTTP/1.1 200 OK\r\n\r\n')
    server.pipe(client).pipe(server)
  })
  for (const socket of [client, server]) {
    sockets.add(socket)
    socket.on('error', () => undefined)
  }
})

beforeEach(async () => {
  tunnels = []
  fake = await startFakeWorkspace()
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  await fake.close()
  for (const socket of sockets) socket.destroy()
  await new Promise((resolve) => proxy.close(resolve))
})

function proxyUrl(): string {
  const address = proxy.address()
  return typeof address === 'object' ? `http://127.0.0.1:${address?.port}` : ''
}

test("HTTPS_PROXY is used, and the certificate is the workspace's all the same", async () => {
  const workspace = openFake(fake, { env: { HTTPS_PROXY: proxyUrl() } })
  expect(await workspace.listWarehouses()).toHaveLength(1)
  expect(tunnels).toEqual([`localhost:${fake.port}`])
  const stranger = fake.fault({ kind: 'unknown-ca' })
  await stranger.inForce
  const other = openFake(fake, { env: { https_proxy: proxyUrl() }, limits: { attempts: 1 } })
  expect((await errorOf(other.listWarehouses())).code).toBe('TLS')
  await stranger.lift()
})

test('NO_PROXY leaves the proxy out', async () => {
  const env = { HTTPS_PROXY: proxyUrl(), NO_PROXY: 'example.org,localhost' }
  expect(await openFake(fake, { env }).listWarehouses()).toHaveLength(1)
  expect(tunnels).toEqual([])
})

test('a proxy that is not there is told', async () => {
  const env = { HTTPS_PROXY: 'http://127.0.0.1:1' }
  const error = await errorOf(openFake(fake, { env }).listWarehouses())
  expect(error).toMatchObject({ code: 'NETWORK', sent: 'no' })
})
