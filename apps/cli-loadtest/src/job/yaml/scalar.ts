/** A YAML text: JSON's quotes are YAML's. */
export function scalar(text: string): string {
  return JSON.stringify(text)
}

/** Lines of a sequence of texts, each behind so many spaces. */
export function list(words: readonly string[], indent: number): string {
  return words.map((word) => `\n${' '.repeat(indent)}- ${scalar(word)}`).join('')
}

/** Every line behind so many spaces more. */
export function indented(text: string, spaces: number): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : `${' '.repeat(spaces)}${line}`))
    .join('\n')
}
