import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseWorkload } from '@lakebase/config'
import { expect, test } from 'vitest'
import { lakebase, root } from './run-built.js'

const legacy = join(root, 'examples/legacy/workload_config.yml')

test('an old file becomes a new one of the same meaning, each key with its reason', () => {
  const { code, stdout, stderr } = lakebase(['migrate', legacy])
  expect(code).toBe(0)
  const { workload: old } = parseWorkload(readFileSync(legacy, 'utf8'), { file: 'w.yml' })
  const { workload, findings } = parseWorkload(stdout, { file: 'w.yml' })
  expect(findings.map(({ ruleId }) => ruleId)).not.toContain('LB033')
  expect(workload?.compute.readReplicas).toMatchObject([{ count: 2, minCu: 16, maxCu: 16 }])
  expect(workload?.storage).toEqual(old?.storage)
  expect(workload?.sync.batch).toEqual(old?.sync.batch)
  expect(stderr).toContain('2 CU of 16 GB are 16 CU of 2 GB, the same memory')
})

test('comments stay, and tables get the policy that one mode gave them', () => {
  const { stdout } = migrated(`# ours
delta_synchronization:
  sync_mode: TRIGGERED # for all
  sync_frequency: Per hour
  tables_to_sync:
    - name: a.b.c
      primary_keys: [id] # the key
`)
  expect(stdout).toContain('# ours')
  expect(stdout).toContain('primary_keys: [id] # the key')
  expect(stdout).toContain('scheduling_policy: TRIGGERED')
  expect(stdout).not.toContain('sync_mode')
})

test('a promotion that is not the public one stays, for it has no newer word', () => {
  const { stdout, stderr } = migrated(
    'database_instance:\n  reads_per_second: 1\n  promotion_percentage: 20\n',
  )
  expect(stdout).toContain('promotion_percentage: 20')
  expect(stderr).toContain('under discounts:')
})

test('a file that is new already is left as it is', () => {
  const { stdout, stderr } = lakebase(['migrate', join(root, 'examples/shop/workload.yml')])
  expect(stdout).toContain('# Share of the peak in each hour of the day, midnight first.')
  expect(stderr).toContain('has no key of the 2025 accelerator')
})

test('a file of yours is not replaced', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lakebase-migrate-'))
  writeFileSync(join(folder, 'mine.yml'), 'a: 1\n')
  expect(lakebase(['migrate', legacy, '-o', 'mine.yml'], folder).code).toBe(3)
  expect(readFileSync(join(folder, 'mine.yml'), 'utf8')).toBe('a: 1\n')
})

function migrated(text: string) {
  return lakebase(['migrate', '-'], root, text)
}
