import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { GatewayFault, GatewayFaults } from './gateway-fault.js'

export interface RelayOptions {
  readonly faults: GatewayFaults
  /** Resets the client's connection. */
  readonly reset: () => void
  readonly answerLost: () => void
}

/** Carries bytes both ways, but for the faults in force. */
export function relay(client: Duplex, server: Socket, options: RelayOptions): void {
  const { faults, reset, answerLost } = options
  const loses = struck(
    faults,
    (kind, isCommit) => kind === 'lose-answer' || (kind === 'lose-commit' && isCommit),
  )
  const drops = struck(faults, (kind, isCommit) => kind === 'drop-commit' && isCommit)
  let lost = false
  // Bytes are missing from then on, so nothing may follow them.
  let dark = false
  const isDark = () => {
    dark ||= faults.strike('blackhole') !== undefined
    return dark
  }
  // One behind the other: what comes after the delay has ended must not overtake.
  const late: Buffer[] = []
  const deliver = () => {
    const chunk = late.shift()
    if (chunk && client.writable) client.write(chunk)
  }
  client.on('data', (chunk: Buffer) => {
    if (isDark()) return
    if (drops(chunk)) {
      reset()
      return
    }
    lost ||= loses(chunk)
    if (!server.write(chunk)) {
      client.pause()
      server.once('drain', () => client.resume())
    }
  })
  server.on('data', (chunk: Buffer) => {
    if (isDark()) return
    if (lost) {
      answerLost()
      reset()
      return
    }
    const slow = faults.strike('slow')
    if (slow?.kind === 'slow' || late.length > 0) {
      late.push(chunk)
      setTimeout(deliver, slow?.kind === 'slow' ? slow.delayMs : 1)
    } else if (!client.write(chunk)) {
      server.pause()
      client.once('drain', () => server.resume())
    }
  })
  server.on('close', () => client.end())
}

/** Tells of each message of a client whether one of the faults that it `counts` for strikes it. */
function struck(
  faults: GatewayFaults,
  counts: (kind: GatewayFault['kind'], isCommit: boolean) => boolean,
): (message: Buffer) => boolean {
  return (message) => {
    let strikes = false
    for (const entry of faults.active) {
      const { fault } = entry
      if (!('every' in fault)) continue
      if (!counts(fault.kind, /\bcommit\b/i.test(message.toString('latin1')))) continue
      entry.fired++
      if (entry.fired % fault.every === 0) strikes = true
    }
    return strikes
  }
}
