import { readSync } from 'node:fs'

/** The file descriptor of standard input. */
export const STDIN = 0
const CHUNK_BYTES = 65_536
const WAIT_MS = 10

/**
 * All that comes from an open file or pipe. Not by `readFileSync`: of a pipe it asks for the state, which
 * Node 20 then takes for that of the next path it resolves: a later import follows no link and finds nothing.
 */
export function readToEnd(descriptor: number): Buffer {
  const chunks: Buffer[] = []
  for (;;) {
    const chunk = readChunk(descriptor)
    if (chunk.length === 0) return Buffer.concat(chunks)
    chunks.push(chunk)
  }
}

function readChunk(descriptor: number): Buffer {
  const buffer = Buffer.alloc(CHUNK_BYTES)
  for (;;) {
    try {
      return buffer.subarray(0, readSync(descriptor, buffer))
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      // Windows says so where others return nothing.
      if (code === 'EOF') return buffer.subarray(0, 0)
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS)
    }
  }
}
