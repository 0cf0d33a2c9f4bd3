/** A path written in a file, relative to the bundle's folder: `resources/app.yml` and `../app` give `app`. */
export function joinPath(file: string, path: string): string {
  const parts = [...file.split('/').slice(0, -1), ...path.split('/')]
  const joined: string[] = []
  for (const part of parts) {
    if (part === '' || part === '.') continue
    if (part === '..' && joined.length > 0 && joined.at(-1) !== '..') joined.pop()
    else joined.push(part)
  }
  return joined.length === 0 ? '.' : joined.join('/')
}
