import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The repository, wherever below it this runs. */
export const root = rootAbove(import.meta.dirname)

/** What a test reads of a `package.json`. */
export interface Manifest {
  readonly name: string
  readonly version: string
  readonly private?: boolean
  readonly exports?: object
  readonly bin?: object
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

export interface WorkspacePackage {
  /** From the root: `packages/sizer`. */
  readonly folder: string
  readonly manifest: Manifest
}

export const workspacePackages: readonly WorkspacePackage[] = ['packages', 'apps'].flatMap(
  (group) =>
    readdirSync(join(root, group)).map((name) => {
      const folder = `${group}/${name}`
      return { folder, manifest: readManifest(join(root, folder)) }
    }),
)

/** Those that npm gets. */
export const publishedPackages = workspacePackages.filter(
  ({ manifest }) => manifest.private !== true,
)

export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}

function rootAbove(folder: string): string {
  return existsSync(join(folder, 'pnpm-workspace.yaml')) ? folder : rootAbove(dirname(folder))
}
