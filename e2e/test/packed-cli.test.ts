import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const PUBLISHED = [
  'packages/bundle-gen',
  'packages/config',
  'packages/loadtest',
  'packages/pg-client',
  'packages/pricing',
  'packages/sizer',
  'packages/sql-convert',
  'packages/workspace',
  'apps/lakebase',
]

test('@lakebase/cli is packed with what it depends on, laid out in an empty project, and runs the demo there', {
  timeout: 300_000,
}, () => {
  const project = mkdtempSync(join(tmpdir(), 'lakebase-packed-cli-'))
  const modules = join(project, 'node_modules')
  for (const source of PUBLISHED) layOut(source, project, modules)
  for (const [name, path] of thirdParty()) {
    mkdirSync(dirname(join(modules, name)), { recursive: true })
    symlinkSync(path, join(modules, name))
  }
  const lakebase = join(modules, '@lakebase/cli/bin/lakebase.js')
  const demo = run(process.execPath, [lakebase, 'demo'], project)
  expect(demo).toMatch(/^Cost +\$1,603\.16 a month$/m)
  expect(demo).toContain('9 planned by a PostgreSQL 17 started here')
  expect(run(process.execPath, [lakebase, '--version'], project)).toMatch(/^lakebase \d/)
})

/** What a package manager would make of the tarball: its files and no others. */
function layOut(source: string, project: string, modules: string): void {
  run('pnpm', ['pack', '--pack-destination', project], join(root, source))
  const tarball = readdirSync(project).find((file) => file.endsWith('.tgz')) ?? ''
  run('tar', ['-xzf', tarball], project)
  const { name } = JSON.parse(readFileSync(join(project, 'package/package.json'), 'utf8'))
  mkdirSync(join(modules, '@lakebase'), { recursive: true })
  renameSync(join(project, 'package'), join(modules, name))
  rmSync(join(project, tarball))
}

/** Comes from this repository's own install: no network is needed. */
function thirdParty(): ReadonlyMap<string, string> {
  return new Map(
    PUBLISHED.flatMap((source) => {
      const manifest = JSON.parse(readFileSync(join(root, source, 'package.json'), 'utf8'))
      const names = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies })
      return names
        .filter((name) => !name.startsWith('@lakebase/'))
        .flatMap((name) => {
          const path = installed(join(root, source, 'node_modules', name))
          return path === undefined ? [] : [[name, path] as const]
        })
    }),
  )
}

/** Binaries of other platforms are not installed here. */
function installed(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}

function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}
