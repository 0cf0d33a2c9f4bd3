import type { Socket } from 'node:net'

/** What Node's sockets stand on: `socket.write` and the streams' machinery above it cost as much as a query. */
export interface StreamHandle {
  /** Bytes that are not written yet. */
  readonly writeQueueSize?: number
  /** 0, or the system's error. */
  writeBuffer(request: WriteRequest, bytes: Buffer): number
  /** What is read goes into this buffer. */
  useUserBuffer(buffer: Buffer): void
}

export interface WriteRequest {
  oncomplete?: (status: number) => void
  /** What it writes, where that must be kept. */
  bytes?: Buffer
}

/** The majors whose insides were looked at, and that the tests have run on. */
const KNOWN_MAJORS: ReadonlySet<string> = new Set(['20', '22', '24'])

/** Undefined where Node's insides are not known to be what they were: then the socket must do. */
export function streamHandle(
  socket: Socket,
  version = process.versions.node,
): StreamHandle | undefined {
  const [major = ''] = version.split('.')
  const handle: unknown = Reflect.get(socket, '_handle')
  return KNOWN_MAJORS.has(major) && isStreamHandle(handle) ? handle : undefined
}

function isStreamHandle(handle: unknown): handle is StreamHandle {
  if (typeof handle !== 'object' || handle === null) return false
  return isMethod(handle, 'writeBuffer') && isMethod(handle, 'useUserBuffer')
}

function isMethod(handle: object, name: string): boolean {
  return typeof Reflect.get(handle, name) === 'function'
}
