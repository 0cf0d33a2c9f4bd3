import type { FakeRequest } from '../server/fake-request.js'
import type { ConnectionFault, Fault, FaultHandle, RequestFault } from './fault.js'

export interface FaultList {
  readonly add: (
    fault: Fault,
    effects: { readonly begin: () => Promise<void>; readonly end: () => Promise<void> },
  ) => FaultHandle
  /** The fault that strikes a connection just accepted; it has then struck. */
  readonly forConnection: () => ConnectionFault | undefined
  /** Every delay that strikes the request, then the first fault that decides its answer. */
  readonly forRequest: (request: FakeRequest) => readonly RequestFault[]
}

interface Entry<F> {
  readonly fault: F
  passed: number
  fired: number
  lifted: boolean
}

export function createFaultList(): FaultList {
  const connection: Entry<ConnectionFault>[] = []
  const request: Entry<RequestFault>[] = []
  return {
    add: (fault, { begin, end }) => {
      const counts = { passed: 0, fired: 0, lifted: false }
      const entry = isConnectionFault(fault)
        ? push(connection, { fault, ...counts })
        : push(request, { fault, ...counts })
      return {
        inForce: begin(),
        get fired() {
          return entry.fired
        },
        lift: async () => {
          if (entry.lifted) return
          entry.lifted = true
          await end()
        },
      }
    },
    forConnection: () => connection.find(strikes)?.fault,
    forRequest: (asked) => {
      const mine = request.filter(({ fault }) => matches(fault, asked))
      const delays = mine.filter(({ fault }) => fault.kind === 'delay').filter(strikes)
      const decision = mine.filter(({ fault }) => fault.kind !== 'delay').find(strikes)
      return [...delays, ...(decision === undefined ? [] : [decision])].map(({ fault }) => fault)
    },
  }
}

export function isConnectionFault(fault: Fault): fault is ConnectionFault {
  return (
    fault.kind === 'refuse-connections' ||
    fault.kind === 'accept-close' ||
    fault.kind === 'accept-hang' ||
    fault.kind === 'unknown-ca' ||
    fault.kind === 'wrong-name'
  )
}

function push<T>(list: T[], item: T): T {
  list.push(item)
  return item
}

/** Whether it is this fault's turn; counts. */
function strikes(entry: Entry<Fault>): boolean {
  const { fault } = entry
  if (entry.lifted || fault.kind === 'refuse-connections') return false
  if (entry.passed < (fault.after ?? 0)) {
    entry.passed += 1
    return false
  }
  if (entry.fired >= (fault.times ?? Number.POSITIVE_INFINITY)) return false
  entry.fired += 1
  return true
}

function matches({ method, path }: RequestFault, request: FakeRequest): boolean {
  if (method !== undefined && method !== request.method) return false
  if (path === undefined) return true
  // search, because test() remembers where a pattern with the flag g left off
  return typeof path === 'string' ? path === request.path : request.path.search(path) !== -1
}
