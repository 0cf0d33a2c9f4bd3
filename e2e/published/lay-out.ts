import { existsSync, mkdirSync, realpathSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { packInto } from './pack.js'
import { publishedPackages, root } from './published-packages.js'

/** Lays a package out as if installed: it and those of ours from their tarballs, others from this repository's own install. */
export function layOut(name: string, modules: string): void {
  const found = publishedPackages.find(({ manifest }) => manifest.name === name)
  if (found === undefined) throw new Error(`${name} is not published`)
  packInto(found.folder, join(modules, name))
  const { dependencies, optionalDependencies } = found.manifest
  for (const dependency of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const place = join(modules, dependency)
    if (existsSync(place)) continue
    if (dependency.startsWith('@lakebase/')) layOut(dependency, modules)
    else link(join(root, found.folder, 'node_modules', dependency), place)
  }
}

/** Binaries of other platforms are not installed here. */
function link(installed: string, place: string): void {
  if (!existsSync(installed)) return
  mkdirSync(dirname(place), { recursive: true })
  symlinkSync(realpathSync(installed), place)
}
