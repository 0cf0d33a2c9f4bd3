import { expect, test } from 'vitest'
import { parseWorkload } from '../parse-workload.js'

test('two branches of one name are refused, at the second', () => {
  const text = `branches:
  - { name: dev, min_cu: 1, max_cu: 2, hours_up_per_month: 10, changed_gb: 0 }
  - { name: dev, min_cu: 1, max_cu: 2, hours_up_per_month: 10, changed_gb: 0 }
`
  const { workload, findings } = parseWorkload(text, { file: 'w.yml' })
  expect(workload).toBeUndefined()
  expect(findings).toContainEqual(
    expect.objectContaining({
      ruleId: 'LB002',
      level: 'error',
      line: 3,
      column: 13,
      message: 'the name "dev" stands twice',
    }),
  )
})

test('a pipeline whose tables run by different policies is an error at the table', () => {
  const text = `delta_synchronization:
  tables_to_sync:
    - { name: a.b.c, primary_keys: [id], scheduling_policy: SNAPSHOT, schedule: Per day, pipeline: p }
    - { name: a.b.d, primary_keys: [id], scheduling_policy: TRIGGERED, schedule: PT1H, pipeline: p }
`
  const { findings } = parseWorkload(text, { file: 'w.yml' })
  expect(findings).toContainEqual(
    expect.objectContaining({
      ruleId: 'LB029',
      level: 'error',
      line: 4,
      message:
        'pipeline "p" cannot run a.b.d by TRIGGERED PT1H: a.b.c has it run by SNAPSHOT Per day',
    }),
  )
})
