/** Appends a whole number of at most 2^53 as HdrHistogram does: ZigZag, then 7 bits a byte, lowest first. */
export function writeZigZag(bytes: number[], value: number): void {
  let rest = value >= 0 ? value * 2 : -value * 2 - 1
  while (rest >= 128) {
    bytes.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  bytes.push(rest)
}

/** The number at `offset` and where the next begins; undefined when the bytes end before it does. */
export function readZigZag(
  bytes: Uint8Array,
  offset: number,
): { readonly value: number; readonly next: number } | undefined {
  let word = 0
  let scale = 1
  for (let next = offset; next < bytes.length; scale *= 128) {
    const byte = bytes[next++] ?? 0
    // The ninth byte is whole: eight times seven bits and eight make a word.
    const last = byte < 128 || next - offset === 9
    word += (last ? byte : byte - 128) * scale
    if (last) return { value: word % 2 === 0 ? word / 2 : -(word + 1) / 2, next }
  }
  return undefined
}
