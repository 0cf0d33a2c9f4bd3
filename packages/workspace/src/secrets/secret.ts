/** Anything that hands out a secret only when asked, such as this package's {@link Secret}. */
export interface Revealable {
  reveal(): string
}

/** A text that shows itself nowhere: printed, logged or put into JSON it reads `[redacted]`. */
export class Secret implements Revealable {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  /** The text. Call it where the text is sent. */
  reveal(): string {
    return this.#text
  }

  toString(): string {
    return '[redacted]'
  }

  toJSON(): string {
    return '[redacted]'
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[redacted]'
  }
}
