const FIRST_SIZE = 1024

/** First in, first out; grows as it must, and takes as long for the millionth as for the first. */
export class Ring<T> {
  #items: (T | undefined)[] = new Array(FIRST_SIZE)
  #head = 0
  #length = 0

  get length(): number {
    return this.#length
  }

  push(item: T): void {
    if (this.#length === this.#items.length) this.#grow()
    this.#items[(this.#head + this.#length) % this.#items.length] = item
    this.#length++
  }

  shift(): T | undefined {
    if (this.#length === 0) return undefined
    const item = this.#items[this.#head]
    this.#items[this.#head] = undefined
    this.#head = (this.#head + 1) % this.#items.length
    this.#length--
    return item
  }

  remove(item: T): void {
    const others = this.drain().filter((other) => other !== item)
    for (const other of others) this.push(other)
  }

  /** Takes all. */
  drain(): readonly T[] {
    const items: T[] = []
    for (let item = this.shift(); item !== undefined; item = this.shift()) items.push(item)
    return items
  }

  #grow(): void {
    const { length } = this.#items
    const larger: (T | undefined)[] = new Array(length * 2)
    for (let at = 0; at < length; at++) larger[at] = this.#items[(this.#head + at) % length]
    this.#items = larger
    this.#head = 0
  }
}
