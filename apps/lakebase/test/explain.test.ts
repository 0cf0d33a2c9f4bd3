import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { allRules } from '../src/explain/all-rules.js'
import { lakebase, root } from './run-built.js'

test('every id that our source can give a finding is explained', () => {
  const known = new Set(allRules.map(({ id }) => id))
  const unknown = [...idsInSource()].filter((id) => !known.has(id))
  expect(unknown).toEqual([])
})

test('no id is explained twice', () => {
  const ids = allRules.map(({ id }) => id)
  expect(ids).toEqual([...new Set(ids)])
})

test('explain tells why and what to do; without an id it lists all', () => {
  expect(lakebase(['explain', 'lb014']).stdout).toMatch(/^LB014 {2}Unknown schedule[\s\S]*ISO 8601/)
  expect(lakebase(['explain', 'LB108']).stdout).toMatch(/Wrong\n[\s\S]*Right\n[\s\S]*Source:/)
  expect(lakebase(['explain']).stdout.split('\n').length).toBeGreaterThan(100)
})

test('an id that is none is told with the nearest', () => {
  const { code, stderr } = lakebase(['explain', 'SQ01'])
  expect(code).toBe(2)
  expect(stderr).toContain('did you mean SQ001?')
})

/** As they stand in the code: `ruleId: 'LB014'`, `fileError('OUTPUT'`, `code: 'SQ001'`. */
function idsInSource(): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const file of sources()) {
    const text = readFileSync(file, 'utf8')
    for (const [id] of text.matchAll(/(?<=')(?:LB|BG|LT|SQ)\d{3}(?=')/g)) ids.add(id)
    for (const [, id = ''] of text.matchAll(/(?:ruleId: |fileError\(\s*)'([A-Z_]+)'/g)) ids.add(id)
  }
  return ids
}

function sources(): readonly string[] {
  return ['packages', 'apps'].flatMap((group) =>
    readdirSync(join(root, group)).flatMap((name) => {
      const folder = join(root, group, name, 'src')
      return readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
        .map((file) => join(folder, file))
    }),
  )
}
