import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../published/run.js'
import { PACKAGE_MANAGERS, type PackageManager } from './package-managers.js'

export const NODE_VERSIONS = [20, 22, 24] as const
export type NodeVersion = (typeof NODE_VERSIONS)[number]

export interface Tools {
  /** The folder that has this version's `node`, for the PATH. */
  nodeFolder(version: NodeVersion): string
  scriptOf(manager: PackageManager): string
}

/** Fetches the versions of Node and the package managers from npm, where people get them too. */
export function fetchTools(folder: string): Tools {
  const nodes = NODE_VERSIONS.map((version) => `node${version}@npm:node@${version}`)
  install(join(folder, 'nodes'), nodes)
  for (const { script, spec } of PACKAGE_MANAGERS) install(join(folder, first(script)), [spec])
  return {
    nodeFolder: (version) => join(folder, 'nodes/node_modules', `node${version}`, 'bin'),
    scriptOf: ({ script }) => join(folder, first(script), 'node_modules', script),
  }
}

function install(folder: string, specs: readonly string[]): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{}')
  run('npm', ['install', '--no-audit', '--no-fund', ...specs], folder)
}

function first(script: string): string {
  return script.replaceAll(/\/.*$/g, '')
}
