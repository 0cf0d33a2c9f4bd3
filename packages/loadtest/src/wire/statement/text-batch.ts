import type { ParameterValue } from '../../scenario/generator.js'
import { BIND_TAIL, bindHead, EXECUTE, SYNC } from '../protocol/messages.js'
import { valueText } from './value-text.js'
import type { WireStatement } from './wire-statement.js'

/** Writes a batch with its values as texts; the bytes are valid until the next is written. */
export type TextBatch = (values: readonly ParameterValue[]) => Buffer

interface Part {
  readonly head: Buffer
  readonly slots: readonly number[]
}

const BIND = 0x42
const NULL_LENGTH = -1
const FIRST_BYTES = 1024
const TAIL = Buffer.concat([BIND_TAIL, EXECUTE])
/** UTF-8 needs at most three bytes for a UTF-16 unit. */
const MAX_BYTES_PER_UNIT = 3

export function textBatch(statements: readonly WireStatement[]): TextBatch {
  const parts: readonly Part[] = statements.map(({ name, types, slots }) => ({
    head: bindHead(
      name,
      types.map(() => 0),
    ),
    slots,
  }))
  let buffer = Buffer.allocUnsafeSlow(FIRST_BYTES)
  let at = 0
  const reserve = (bytes: number) => {
    if (at + bytes <= buffer.length) return
    const larger = Buffer.allocUnsafeSlow((at + bytes) * 2)
    buffer.copy(larger, 0, 0, at)
    buffer = larger
  }
  const add = (bytes: Buffer) => {
    reserve(bytes.length)
    at += bytes.copy(buffer, at)
  }
  const addValue = (value: ParameterValue) => {
    const text = value === null ? '' : valueText(value)
    reserve(4 + text.length * MAX_BYTES_PER_UNIT)
    const length = buffer.write(text, at + 4)
    buffer.writeInt32BE(value === null ? NULL_LENGTH : length, at)
    at += 4 + length
  }
  return (values) => {
    at = 0
    for (const { head, slots } of parts) {
      reserve(5)
      const start = at
      buffer[at] = BIND
      at += 5
      add(head)
      for (const slot of slots) addValue(values[slot] ?? null)
      buffer.writeInt32BE(at - start - 1 + BIND_TAIL.length, start + 1)
      add(TAIL)
    }
    add(SYNC)
    return buffer.subarray(0, at)
  }
}
