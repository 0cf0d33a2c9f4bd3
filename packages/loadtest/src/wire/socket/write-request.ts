import type { StreamHandle, WriteRequest } from './stream-handle.js'

export type NewWriteRequest = new () => WriteRequest

/** Node's class for a write under way, which it hands out nowhere. */
let known: NewWriteRequest | undefined

/** Undefined until a write of an ordinary kind has shown it. */
export function writeRequestClass(): NewWriteRequest | undefined {
  return known
}

/** Looks at the request of the next write that the stream makes. */
export function learnWriteRequest(handle: StreamHandle): void {
  const original = handle.writeBuffer
  handle.writeBuffer = (request, bytes) => {
    Reflect.deleteProperty(handle, 'writeBuffer')
    const made = request.constructor
    if (isNewWriteRequest(made)) known = made
    return original.call(handle, request, bytes)
  }
}

function isNewWriteRequest(made: unknown): made is NewWriteRequest {
  return typeof made === 'function' && made.name === 'WriteWrap'
}
