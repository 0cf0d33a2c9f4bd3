import type { ParameterValue } from '../../scenario/generator.js'
import { BIND_TAIL, bindHead, EXECUTE, int32, message, SYNC } from '../protocol/messages.js'
import { FIXED_TYPES, type FixedType } from './parameter-type.js'
import type { WireStatement } from './wire-statement.js'

/** The bytes of a batch, made once; only the values change. */
export interface FixedBatch {
  readonly bytes: Buffer
  /** Puts the values in. False: one does not fit, and the batch must be written as texts. */
  patch(values: readonly ParameterValue[]): boolean
}

interface Patch {
  readonly at: number
  readonly slot: number
  readonly type: FixedType
}

/** Undefined when a parameter's type has no fixed length. */
export function fixedBatch(statements: readonly WireStatement[]): FixedBatch | undefined {
  const parts: Buffer[] = []
  const patches: Patch[] = []
  let length = 0
  const add = (part: Buffer) => {
    parts.push(part)
    length += part.length
  }
  for (const { name, types, slots } of statements) {
    const fixed = types.map((oid) => FIXED_TYPES.get(oid))
    const known = fixed.filter((type) => type !== undefined)
    if (known.length < types.length) return undefined
    const head = bindHead(
      name,
      types.map(() => 1),
    )
    const values = known.flatMap(({ bytes }) => [int32(bytes), Buffer.alloc(bytes)])
    const bind = message('B', head, ...values, BIND_TAIL)
    let at =
      length + bind.length - BIND_TAIL.length - values.reduce((sum, part) => sum + part.length, 0)
    known.forEach((type, place) => {
      patches.push({ at: at + 4, slot: slots[place] ?? 0, type })
      at += 4 + type.bytes
    })
    add(bind)
    add(EXECUTE)
  }
  add(SYNC)
  const bytes = Buffer.concat(parts)
  return {
    bytes,
    patch: (values) => {
      for (const { at, slot, type } of patches)
        if (!type.write(bytes, at, values[slot] ?? null)) return false
      return true
    },
  }
}
