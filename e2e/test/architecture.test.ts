import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { textOf } from '../published/documents.js'
import { root, workspacePackages } from '../published/published-packages.js'

const names = workspacePackages.map(({ manifest }) => manifest.name)
/** `| `@lakebase/pg-client` | … | io | workspace |` */
const rows = [...textOf('ARCHITECTURE.md').matchAll(/^\| `([^`]+)`.*\| (\w+) \| ([^|]+) \|$/gm)]

test('ARCHITECTURE.md has a row for every package, and no other', () => {
  expect(rows.map(([, name]) => name).sort()).toEqual([...names].sort())
})

test.each(workspacePackages)(
  'ARCHITECTURE.md says what $manifest.name imports, and what kind it is',
  ({ folder, manifest }) => {
    const [, , kind, arrows = ''] = rows.find(([, name]) => name === manifest.name) ?? []
    const drawn = arrows.trim() === 'none' ? [] : arrows.trim().split(', ')
    expect(drawn).toEqual(importedBy(folder))
    expect(JSON.parse(textOf(`${folder}/turbo.json`)).tags).toEqual([kind])
  },
)

/** The packages of ours that the sources import, tests aside. */
function importedBy(folder: string): readonly string[] {
  const source = join(root, folder, 'src')
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  const imported = files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => [
      ...readFileSync(join(source, file), 'utf8').matchAll(
        /(?:\bfrom |\bimport\(\s*)'((?:@lakebase\/)?[\w-]+)/g,
      ),
    ])
    .map(([, name = '']) => name)
    .filter((name) => names.includes(name))
  return [...new Set(imported)].map((name) => name.replace('@lakebase/', '')).sort()
}
