import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface PackageManager {
  readonly name: string
  /** What npm fetches it as, and the script that it is. */
  readonly spec: string
  readonly script: string
  readonly install: readonly string[]
  /** Words before the name of a command that the project has installed. */
  readonly exec: readonly string[]
  /** Words before the arguments of Node. */
  readonly node: readonly string[]
  /** Files that a project of it has, beside `package.json`. */
  readonly files: Readonly<Record<string, string>>
}

export const PACKAGE_MANAGERS: readonly PackageManager[] = [
  {
    name: 'npm',
    spec: 'npm@11',
    script: 'npm/bin/npm-cli.js',
    install: ['install', '--no-audit', '--no-fund'],
    exec: ['exec', '--'],
    node: ['exec', '--', 'node'],
    files: {},
  },
  {
    name: 'pnpm',
    spec: 'pnpm@10.34.9',
    script: 'pnpm/bin/pnpm.cjs',
    install: ['install'],
    exec: ['exec'],
    node: ['exec', 'node'],
    files: {},
  },
  {
    name: 'yarn 4, Plug’n’Play',
    spec: '@yarnpkg/cli-dist@4',
    script: '@yarnpkg/cli-dist/bin/yarn.js',
    install: ['install'],
    exec: ['run'],
    node: ['node'],
    files: { '.yarnrc.yml': 'enableGlobalCache: false\nenableTelemetry: false\n', 'yarn.lock': '' },
  },
  {
    name: 'yarn 1',
    spec: 'yarn@1',
    script: 'yarn/bin/yarn.js',
    // Its own cache takes a tarball for the one that had the same name and version last week.
    install: ['install', '--non-interactive', '--cache-folder', '.cache'],
    exec: ['run', '--silent'],
    node: ['--silent', 'node'],
    files: {},
  },
]

/** An empty project with nothing but our tarballs; each manager has its own word for "these, everywhere". */
export function writeProject(
  folder: string,
  tarballs: Readonly<Record<string, string>>,
  { files }: PackageManager,
): void {
  const manifest = {
    name: 'somebody',
    private: true,
    type: 'module',
    dependencies: tarballs,
    overrides: tarballs,
    resolutions: tarballs,
    pnpm: { overrides: tarballs },
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
}
