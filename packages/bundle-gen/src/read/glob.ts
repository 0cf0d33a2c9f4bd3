/** A pattern of `include` as Go's filepath.Match reads it: `*` and `?` stay within a folder. */
export function globMatcher(pattern: string): (path: string) => boolean {
  const body = pattern.replaceAll(/\*+|\?|\[[^\]]*\]|[.+^${}()|\\\]]|\[/g, (part) => {
    if (part.startsWith('*')) return '[^/]*'
    if (part === '?') return '[^/]'
    if (part.length > 2 && part.startsWith('[')) return part.replaceAll('\\', '\\\\')
    return `\\${part}`
  })
  const matcher = compiled(body)
  return (path) => matcher?.test(path) ?? path === pattern
}

export function isGlob(pattern: string): boolean {
  return /[*?[]/.test(pattern)
}

/** A class such as `[z-a]` is a pattern to nobody. */
function compiled(body: string): RegExp | undefined {
  try {
    return new RegExp(`^${body}$`, 'u')
  } catch {
    return undefined
  }
}
