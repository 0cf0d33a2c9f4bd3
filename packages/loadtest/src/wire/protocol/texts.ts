/** Texts that each end with a zero byte. */
export function readTexts(bytes: Uint8Array, start: number, end: number): readonly string[] {
  const texts = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8')
  return texts.split('\0').filter((text, at, all) => text !== '' || at < all.length - 1)
}
