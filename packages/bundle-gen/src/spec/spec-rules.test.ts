import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { specRules } from './spec-rules.js'

test('every id that a finding can have is explained once', () => {
  const root = join(import.meta.dirname, '..')
  const raised = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => readFileSync(join(root, name), 'utf8').match(/(?<=')BG\d{3}(?=')/g) ?? [])
  const explained = specRules.map(({ id }) => id)
  expect(raised.length).toBeGreaterThan(explained.length)
  expect(new Set(explained).size).toBe(explained.length)
  for (const id of raised) expect(explained).toContain(id)
})
