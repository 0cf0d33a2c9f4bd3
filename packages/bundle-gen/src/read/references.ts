/** One `${...}` of a text. */
export interface Reference {
  /** What stands between the braces. */
  readonly inner: string
  /** Undefined where the CLI would not take it for a reference. */
  readonly path: readonly string[] | undefined
  /** Offsets in the text. */
  readonly start: number
  readonly end: number
}

// The CLI's \p{L}+([-_]*[\p{L}\p{N}]+)*, written so that no text can be matched in two ways.
const SEGMENT = String.raw`\p{L}[\p{L}\p{N}]*(?:[-_]+[\p{L}\p{N}]+)*`
const PATH = new RegExp(String.raw`^${SEGMENT}(?:\[\d+\])*(?:\.${SEGMENT}(?:\[\d+\])*)*$`, 'u')
/** A resource's key; the same grammar as one part of a reference. */
export const KEY = new RegExp(`^${SEGMENT}$`, 'u')

/** Every `${...}` in the text, in order. Of nested ones the CLI sees the innermost, and the rest is text. */
export function referencesIn(text: string): readonly Reference[] {
  return [...text.matchAll(/\$\{((?:(?!\$\{)[^}])*)(\}?)/g)].map((match) => {
    const [whole, inner = '', close] = match
    const path = close === '}' && PATH.test(inner) ? inner.split('.') : undefined
    return { inner, path, start: match.index, end: match.index + whole.length }
  })
}

/** The text without its references: what is known of it for sure. */
export function literalParts(text: string): readonly string[] {
  return text.split(/\$\{[^}]*\}/)
}
