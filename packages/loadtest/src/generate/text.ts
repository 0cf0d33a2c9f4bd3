import type { Draw } from './draw.js'
import type { Random } from './random.js'

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Letters and digits. */
export function textDraw(minLength: number, maxLength: number): Draw {
  const lengths = maxLength - minLength + 1
  return (random) => {
    const length = minLength + (lengths === 1 ? 0 : random.below(lengths))
    let text = ''
    for (let index = 0; index < length; index += 1) text += LETTERS.charAt(random.below(62))
    return text
  }
}

/** A UUID of version 4 (RFC 9562). */
export function uuidDraw(random: Random): string {
  const a = random.bits()
  const b = (random.bits() & 0xffff0fff) | 0x4000
  const c = (random.bits() & 0x3fffffff) | 0x80000000
  const d = random.bits()
  const [first, second, third] = [hex(a), hex(b), hex(c)]
  return `${first}-${second.slice(0, 4)}-${second.slice(4)}-${third.slice(0, 4)}-${third.slice(4)}${hex(d)}`
}

function hex(bits: number): string {
  const [a, b] = [HEX[bits >>> 24] ?? '', HEX[(bits >>> 16) & 255] ?? '']
  const [c, d] = [HEX[(bits >>> 8) & 255] ?? '', HEX[bits & 255] ?? '']
  return a + b + c + d
}
