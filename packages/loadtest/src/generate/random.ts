/** 2^53: how many whole numbers a fraction of 53 bits can be. */
const TWO_53 = 2 ** 53
const TWO_32 = 2 ** 32

/**
 * xoshiro128** 1.1 of Blackman and Vigna (prng.di.unimi.it, public domain), which passes BigCrush, has a
 * period of 2^128 - 1 and needs nothing but 32-bit integers, so that a draw allocates nothing.
 */
export class Random {
  #a = 1
  #b = 2
  #c = 3
  #d = 4

  /** The four words of the state; not all zero. */
  reset(a: number, b: number, c: number, d: number): void {
    this.#a = a | 0
    this.#b = b | 0
    this.#c = c | 0
    this.#d = d | 0
  }

  /** 32 random bits as a signed integer. */
  bits(): number {
    const b = this.#b
    const times5 = Math.imul(b, 5)
    const result = Math.imul((times5 << 7) | (times5 >>> 25), 9)
    this.#c ^= this.#a
    this.#d ^= b
    this.#b = b ^ this.#c
    this.#a ^= this.#d
    this.#c ^= b << 9
    this.#d = (this.#d << 11) | (this.#d >>> 21)
    return result
  }

  /** 0 up to 1, without 1, in steps of 2^-53. */
  fraction(): number {
    const high = this.bits() >>> 5
    return (high * 67_108_864 + (this.bits() >>> 6)) / TWO_53
  }

  /**
   * A whole number from 0 up to `count`, without `count`; each exactly as likely as the others, for what
   * does not divide evenly is drawn again. At most 2^53.
   */
  below(count: number): number {
    return count <= TWO_32 ? this.#below32(count) : this.#below53(count)
  }

  #below32(count: number): number {
    let bits = this.bits() >>> 0
    // Nearly always; a remainder of what does not fit 32 bits is slow, and only told apart near the end.
    if (bits < TWO_32 - count) return bits % count
    const limit = TWO_32 - (TWO_32 % count)
    while (bits >= limit) bits = this.bits() >>> 0
    return bits % count
  }

  #below53(count: number): number {
    const limit = TWO_53 - (TWO_53 % count)
    let bits = this.#bits53()
    while (bits >= limit) bits = this.#bits53()
    return bits % count
  }

  #bits53(): number {
    const high = this.bits() >>> 11
    return high * TWO_32 + (this.bits() >>> 0)
  }
}
