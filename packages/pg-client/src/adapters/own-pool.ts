import type { Calls } from '../client/calls.js'
import type { DriverTypes } from '../connection/open-connection.js'
import type { RunContext } from '../run/run-context.js'

/** A pool whose connections read and write values in a way of its own. It ends with the client. */
export type OpenOwnPool = (types: DriverTypes) => OwnPool

export interface OwnPool {
  readonly context: RunContext
  readonly calls: Calls
}
