import { expect, test } from 'vitest'
import { isMap, parseDocument } from 'yaml'
import { type Change, mergeMap } from './merge.js'

const job = (...tasks: readonly string[]) => {
  const { contents } = parseDocument(
    `resources:\n  jobs:\n    sync:\n      name: sync # generated\n      tasks:\n${tasks.map((name) => `        - task_key: ${name}\n`).join('')}`,
  )
  if (!isMap(contents)) throw new Error('no map')
  return contents
}

test('a task that comes back stands where a fresh bundle has it, not at the end', () => {
  const disk = job('sync', 'post_sync')
  const changes: Change[] = []
  mergeMap(disk, job('sync', 'sync_2', 'post_sync'), [], changes)
  expect(String(disk)).toBe(String(job('sync', 'sync_2', 'post_sync')))
  expect(changes.map(({ kind }) => kind)).toEqual(['added'])
})
