/** The parts of a dotted name; dots in back-ticks and in `${...}` do not count. Back-ticks are dropped. */
export function splitName(name: string): readonly string[] {
  if (name === '') return []
  const parts: string[] = []
  let part = ''
  for (const [token] of name.matchAll(/`(?:[^`]|``)*`|\$\{[^}]*\}|[\s\S]/g)) {
    if (token === '.') {
      parts.push(part)
      part = ''
    } else {
      part += token.length > 1 && token.startsWith('`') ? unquoted(token) : token
    }
  }
  return [...parts, part]
}

function unquoted(token: string): string {
  return token.slice(1, -1).replaceAll('``', '`')
}
