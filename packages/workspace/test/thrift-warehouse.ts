import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Server } from 'node:https'
import { createRequire } from 'node:module'
import { thrift as protocol } from '@databricks/sql'

// Neither is a dependency of ours: the protocol's library comes with the driver, the certificates with the fake.
const require = createRequire(import.meta.url)
const thrift = createRequire(require.resolve('@databricks/sql'))('thrift')
const { generate } = createRequire(import.meta.resolve('@lakebase/testing'))('selfsigned')

const { TCLIService, TCLIService_types: types } = protocol
const OK = { statusCode: types.TStatusCode.SUCCESS_STATUS }
const guid = () => Buffer.from(randomUUID().replaceAll('-', ''), 'hex')
const handle = () => ({ guid: guid(), secret: guid() })

export interface ThriftWarehouse {
  readonly host: string
  readonly ca: string
  /** The calls of the protocol, oldest first; a statement with its text. */
  readonly calls: readonly string[]
  readonly authorizations: readonly (string | undefined)[]
  close(): void
}

/** A SQL warehouse that speaks the driver's protocol over HTTPS and answers every statement with two rows. */
export async function startThriftWarehouse(httpPath: string): Promise<ThriftWarehouse> {
  const calls: string[] = []
  const authorizations: (string | undefined)[] = []
  const note = (call: string) => void calls.push(call)
  const handler = { ...sessionCalls(note), ...statementCalls(note) }
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
    ],
  })
  const { TBufferedTransport: transport, TBinaryProtocol } = thrift
  const service = { transport, protocol: TBinaryProtocol, processor: TCLIService, handler }
  const server: Server = thrift.createWebServer({
    tls: { key, cert },
    services: { [httpPath]: service },
  })
  server.on('request', ({ headers }: IncomingMessage) => authorizations.push(headers.authorization))
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    host: `https://localhost:${port}`,
    ca: cert,
    calls,
    authorizations,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function column(columnName: string, type: number, position: number) {
  return new types.TColumnDesc({
    columnName,
    position,
    typeDesc: new types.TTypeDesc({
      types: [new types.TTypeEntry({ primitiveEntry: new types.TPrimitiveTypeEntry({ type }) })],
    }),
  })
}

// Each takes one parameter: a function of none would be taken for one that calls back.
function sessionCalls(note: (call: string) => void) {
  return {
    OpenSession: async (_request: unknown) => {
      note('OpenSession')
      return new types.TOpenSessionResp({
        status: new types.TStatus(OK),
        serverProtocolVersion: types.TProtocolVersion.HIVE_CLI_SERVICE_PROTOCOL_V10,
        sessionHandle: new types.TSessionHandle({
          sessionId: new types.THandleIdentifier(handle()),
        }),
      })
    },
    CloseSession: async (_request: unknown) => {
      note('CloseSession')
      return new types.TCloseSessionResp({ status: new types.TStatus(OK) })
    },
  }
}

function statementCalls(note: (call: string) => void) {
  let isFetched = false
  let isForever = false
  return {
    ExecuteStatement: async ({ statement }: { readonly statement: string }) => {
      note(`ExecuteStatement ${statement}`)
      isFetched = false
      isForever = statement.includes('forever')
      return new types.TExecuteStatementResp({
        status: new types.TStatus(OK),
        operationHandle: new types.TOperationHandle({
          operationId: new types.THandleIdentifier(handle()),
          operationType: types.TOperationType.EXECUTE_STATEMENT,
          hasResultSet: true,
        }),
      })
    },
    GetOperationStatus: async (_request: unknown) => {
      const { RUNNING_STATE, FINISHED_STATE } = types.TOperationState
      return new types.TGetOperationStatusResp({
        status: new types.TStatus(OK),
        operationState: isForever ? RUNNING_STATE : FINISHED_STATE,
      })
    },
    GetResultSetMetadata: async (_request: unknown) =>
      new types.TGetResultSetMetadataResp({
        status: new types.TStatus(OK),
        schema: new types.TTableSchema({
          columns: [
            column('name', types.TTypeId.STRING_TYPE, 1),
            column('n', types.TTypeId.INT_TYPE, 2),
          ],
        }),
        resultFormat: types.TSparkRowSetType.COLUMN_BASED_SET,
      }),
    FetchResults: async (_request: unknown) => {
      note('FetchResults')
      const values = isFetched ? { names: [], numbers: [] } : { names: ['a', ''], numbers: [1, 0] }
      const nulls = Buffer.from([isFetched ? 0 : 0b10])
      isFetched = true
      return new types.TFetchResultsResp({
        status: new types.TStatus(OK),
        hasMoreRows: false,
        results: rowSet(values.names, values.numbers, nulls),
      })
    },
    CancelOperation: async (_request: unknown) => {
      note('CancelOperation')
      return new types.TCancelOperationResp({ status: new types.TStatus(OK) })
    },
    CloseOperation: async (_request: unknown) =>
      new types.TCloseOperationResp({ status: new types.TStatus(OK) }),
  }
}

function rowSet(names: string[], numbers: number[], nulls: Buffer) {
  return new types.TRowSet({
    startRowOffset: 0,
    rows: [],
    columns: [
      new types.TColumn({ stringVal: new types.TStringColumn({ values: names, nulls }) }),
      new types.TColumn({ i32Val: new types.TI32Column({ values: numbers, nulls }) }),
    ],
  })
}
