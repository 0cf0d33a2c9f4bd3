import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('the built package imports nothing but valibot, so that it runs in a browser', () => {
  const built = readFileSync(new URL('../dist/index.js', import.meta.url), 'utf8')
  const imports = [...built.matchAll(/^import .*? from ["'](.+?)["']|\bimport\(|\brequire\(/gm)]
  expect(imports.map(([, name]) => name)).toEqual(imports.map(() => 'valibot'))
  expect(imports.length).toBeGreaterThan(0)
})
