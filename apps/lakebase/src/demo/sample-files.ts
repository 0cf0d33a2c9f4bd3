import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The sample that comes with the program, by path within its folder. */
export function sampleFiles(): ReadonlyMap<string, string> {
  // The build copies examples/ beside the program.
  const folder = fileURLToPath(new URL('./shop', import.meta.url))
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
  return new Map(
    paths.map((path) => [path.split(sep).join('/'), readFileSync(join(folder, path), 'utf8')]),
  )
}
