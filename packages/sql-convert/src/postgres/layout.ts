/** As wide as a line may be before its parts stand below each other. */
const WIDTH = 100

/** Parts on one line, or each on its own where they are too long together. */
export function layout(parts: readonly string[], between = ''): string {
  const known = parts.filter((part) => part !== '')
  const line = known.join(`${between} `)
  return isShort(line) ? line : known.join(`${between}\n`)
}

/** A word with a list behind it, or below it where that is long. */
export function listed(word: string, items: readonly string[]): string {
  if (items.length === 0) return word
  const line = `${word} ${items.join(', ')}`
  return isShort(line) || items.length === 1 ? line : `${word}\n${indent(items.join(',\n'))}`
}

export function isShort(text: string): boolean {
  return text.length <= WIDTH && !text.includes('\n')
}

/** No text within is broken by this: literals are written without line breaks. */
export function indent(text: string): string {
  return `  ${text.replaceAll('\n', '\n  ')}`
}

/** `(…)`, its contents on lines of their own where they have several. */
export function bracketed(text: string): string {
  return text.includes('\n') ? `(\n${indent(text)}\n)` : `(${text})`
}
