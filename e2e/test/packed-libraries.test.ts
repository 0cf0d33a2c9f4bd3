import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { layOut } from '../published/lay-out.js'
import { PROGRAMS } from '../published/programs.js'
import { publishedPackages } from '../published/published-packages.js'
import { run } from '../published/run.js'

test('every published library has a program to try it', () => {
  const libraries = publishedPackages.filter(({ folder }) => folder.startsWith('packages/'))
  expect(PROGRAMS.map(({ library }) => library)).toEqual(
    libraries.map(({ manifest }) => manifest.name).sort(),
  )
})

test.each(PROGRAMS)(
  '$library is packed, laid out in an empty project and used there',
  {
    timeout: 120_000,
  },
  ({ library, program, prints }) => {
    const project = mkdtempSync(join(tmpdir(), 'lakebase-packed-'))
    layOut(library, join(project, 'node_modules'))
    writeFileSync(join(project, 'program.mjs'), program)
    expect(run(process.execPath, ['program.mjs'], project).trim()).toBe(prints)
  },
)
