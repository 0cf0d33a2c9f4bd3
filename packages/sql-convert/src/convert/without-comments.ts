/** A script without comments and the contents of its strings, for looking at its words. */
export function withoutComments(text: string): string {
  return text.replaceAll(/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\]|\\.|'')*'/g, (part) =>
    part.startsWith("'") ? "''" : ' ',
  )
}
