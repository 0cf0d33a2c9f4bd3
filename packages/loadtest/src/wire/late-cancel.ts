import type { Connection } from './connection.js'
import { SYNC } from './protocol/messages.js'

/**
 * A request to cancel may reach the server's process late, and must not hit what runs next: it is let out on a
 * Sync, which does nothing. `cancelling` ends when the server has taken the request. To be called while the
 * connection waits for nothing; its end is heard of here, and nowhere else.
 *
 * @throws WireError when the connection is lost
 */
export function letCancelPass(connection: Connection, cancelling: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.exchange = {
      commandComplete: () => undefined,
      failed: () => undefined,
      message: () => undefined,
      lost: reject,
      readyForQuery: () => {
        connection.exchange = undefined
        resolve()
      },
    }
    void cancelling.then(() => {
      if (connection.end === undefined) connection.send(SYNC)
    })
  })
}
