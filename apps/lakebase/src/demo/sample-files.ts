import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The sample that comes with the program, by path within its folder. */
export function sampleFiles(): ReadonlyMap<string, string> {
  // The build copies examples/ beside the program.
  const folder = fileURLToPath(new URL('./shop', import.meta.url))
  // Names and not entries: inside of a zip, where Yarn leaves packages, entries have no folder.
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort()
  return new Map(
    paths.map((path) => [path.split(sep).join('/'), readFileSync(join(folder, path), 'utf8')]),
  )
}
