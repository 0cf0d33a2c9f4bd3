import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { workloadRules } from '../src/rules/workload-rules.js'

test('every rule that the source names is one of workloadRules', () => {
  const root = new URL('../src/', import.meta.url)
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
  const texts = names
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(new URL(name.replaceAll('\\', '/'), root), 'utf8'))
  const used = new Set(texts.flatMap((text) => text.match(/LB\d{3}/g) ?? []))
  const known = new Set(workloadRules.map(({ id }) => id))
  expect(used.size).toBeGreaterThan(30)
  expect([...used].filter((id) => !known.has(id))).toEqual([])
})
