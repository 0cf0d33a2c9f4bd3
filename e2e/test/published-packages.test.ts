import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packInto } from '../published/pack.js'
import { publishedPackages, readManifest, root } from '../published/published-packages.js'

const names = publishedPackages.map(({ manifest }) => manifest.name)

describe.each(publishedPackages)('the tarball of $manifest.name', ({ folder }) => {
  const place = mkdtempSync(join(tmpdir(), 'lakebase-tarball-'))
  packInto(folder, place)
  const files = readdirSync(place, { recursive: true, encoding: 'utf8' }).filter(
    (file) => statSync(join(place, file)).isFile() && !file.endsWith('.tgz'),
  )
  const manifest = readManifest(place)
  const installed = { ...manifest.dependencies, ...manifest.optionalDependencies }

  test('holds what is run, its types, its words and its licence; no tests, no sources of its tools', () => {
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json']))
    const others = files.filter((file) => !EXPECTED.test(file) || /\.test\.|\btests?\//.test(file))
    expect(others).toEqual([])
  })

  test('says who may use it, where it is from and that it is signed', () => {
    expect(manifest).toMatchObject({
      description: expect.stringMatching(/^[A-Z]/),
      license: 'Apache-2.0',
      type: 'module',
      engines: { node: '^20.19.0 || ^22.12.0 || >=24.0.0' },
      repository: { type: 'git', url: expect.stringMatching(/^git\+https:/), directory: folder },
      publishConfig: { access: 'public', provenance: true },
    })
    expect(manifest).not.toHaveProperty('scripts.postinstall')
  })

  test('depends on versions that npm can find', () => {
    const { peerDependencies } = manifest
    for (const [name, range] of Object.entries({ ...installed, ...peerDependencies })) {
      expect(range, name).toMatch(/^[\^~]?\d+\.\d+\.\d+(-[\w.]+)?$/)
      if (name.startsWith('@lakebase/')) expect(names).toContain(name)
    }
  })

  test('imports nothing that does not come with it', () => {
    const known = [manifest.name, ...Object.keys({ ...installed, ...manifest.peerDependencies })]
    const imported = files
      .filter((file) => /\.(js|d\.ts)$/.test(file))
      .flatMap((file) => importedPackages(readFileSync(join(place, file), 'utf8')))
    expect([...new Set(imported)].filter((name) => !known.includes(name))).toEqual([])
  })

  test('has each file that its manifest names', () => {
    const { exports, bin } = manifest
    for (const path of JSON.stringify({ exports, bin }).matchAll(/:"\.\/([^"]+)"/g)) {
      expect(files).toContain(path[1])
    }
  })

  test('carries no code of others and no path of the machine that packed it', () => {
    for (const file of files) {
      const text = readFileSync(join(place, file), 'utf8')
      expect(text.includes('node_modules/.pnpm'), file).toBe(false)
      expect(text.includes(root), file).toBe(false)
    }
  })
})

const EXPECTED =
  /^(LICENSE|README\.md|CHANGELOG\.md|package\.json|[a-z-]+\.schema\.json|bin\/[a-z-]+\.js|dist\/.+\.(js|js\.map|d\.ts)|dist\/(shop|legacy)\/.+)$/

function importedPackages(code: string): readonly string[] {
  const statements = code.matchAll(
    /(?:^|[;}\s])(?:(?:import|export)\b[^'";()]*?\bfrom\s*|import\s*\(?\s*)["']([^"'./][^"']*)["']/g,
  )
  return Array.from(statements, ([, specifier = '']) => specifier)
    .filter((specifier) => !specifier.startsWith('node:') && !builtinModules.includes(specifier))
    .map((specifier) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/'))
}
