import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { startPostgres } from '@lakebase/local-postgres'
import { expect, test, vi } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const examples = resolve(import.meta.dirname, '../.examples')

test('the example of a run in the documents runs as printed, and all of its arrivals are answered', async () => {
  const readme = readFileSync(join(root, 'packages/loadtest/docs/running.md'), 'utf8')
  const [, example = ''] = /^# Running$.*?^```ts\n(.*?)^```/ms.exec(readme) ?? []
  mkdirSync(examples, { recursive: true })
  const file = join(examples, 'run.ts')
  writeFileSync(file, example)
  const server = await startPostgres()
  const lines: unknown[][] = []
  const log = vi.spyOn(console, 'log').mockImplementation((...words) => void lines.push(words))
  try {
    process.env.PGPORT = String(server.port)
    await import(file)
  } finally {
    log.mockRestore()
    delete process.env.PGPORT
    await server.stop()
  }
  // 200 a second for two seconds, as chance has it; the seed is the same each time.
  const [succeeded] = lines.find((words) => words.length === 2 && Number(words[0]) > 2) ?? []
  expect(succeeded).toBeGreaterThan(300)
  expect(succeeded).toBeLessThan(500)
})
