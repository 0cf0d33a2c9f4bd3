import { request } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'

/** An enum value that only Databricks' driver sends: "see field 1282". */
const DATABRICKS_PROTOCOL = Buffer.from([0x08, 0x00, 0x01, 0xff, 0xff, 0xff, 0xf9])
const HIVE_PROTOCOL_V10 = 9
/** Field 3 of a column's description, of less than 256 columns. */
const POSITION = Buffer.from([0x08, 0x00, 0x03, 0x00, 0x00, 0x00])
/** Field 1281: rows come column by column. */
const COLUMN_BASED = Buffer.from([0x08, 0x05, 0x01, 0x00, 0x00, 0x00, 0x01])

export interface ThriftFront {
  readonly host: string
  readonly close: () => void
}

/**
 * TLS before the Thrift server of an open-source Spark, and the three words in which Databricks'
 * dialect of the protocol differs from Hive's: the version in OpenSession, the layout of rows and the
 * count of columns in GetResultSetMetadata. Nothing else is touched.
 */
export async function startThriftFront(
  thriftPort: number,
  tls: { readonly key: string; readonly cert: string },
): Promise<ThriftFront> {
  const server = createServer(tls, async (asked, reply) => {
    const parts: Buffer[] = []
    for await (const part of asked) parts.push(part)
    const body = toHive(Buffer.concat(parts))
    const up = request(
      {
        host: '127.0.0.1',
        port: thriftPort,
        path: '/cliservice',
        method: 'POST',
        headers: {
          'content-type': 'application/x-thrift',
          'content-length': body.length,
          // Spark's own sign-in, any name will do; the driver's bearer token ends here.
          authorization: `Basic ${Buffer.from('anonymous:none').toString('base64')}`,
        },
      },
      async (answer) => {
        const answered: Buffer[] = []
        for await (const part of answer) answered.push(part)
        reply.writeHead(answer.statusCode ?? 502, { 'content-type': 'application/x-thrift' })
        reply.end(toDatabricks(Buffer.concat(answered)))
      },
    )
    up.on('error', (error) => reply.writeHead(502).end(error.message))
    up.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const { port } = addressOf(server.address())
  return {
    host: `https://localhost:${port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

function toHive(call: Buffer): Buffer {
  const at = call.includes('OpenSession') ? call.indexOf(DATABRICKS_PROTOCOL) : -1
  if (at !== -1) call.writeInt32BE(HIVE_PROTOCOL_V10, at + 3)
  return call
}

function toDatabricks(answer: Buffer): Buffer {
  if (!answer.subarray(0, 40).includes('GetResultSetMetadata')) return answer
  for (let at = answer.indexOf(POSITION); at !== -1; at = answer.indexOf(POSITION, at + 1)) {
    answer.writeInt32BE(answer.readInt32BE(at + 3) + 1, at + 3)
  }
  const end = answer.length - 2
  return Buffer.concat([answer.subarray(0, end), COLUMN_BASED, answer.subarray(end)])
}

function addressOf(address: string | AddressInfo | null): AddressInfo {
  if (typeof address === 'object' && address !== null) return address
  throw new Error('the front has no port')
}
