import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { startPostgres } from '@lakebase/local-postgres'
import postgres from 'postgres'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const examples = resolve(import.meta.dirname, '../.examples')

test('the example of index advice runs as printed, and the index is there', async () => {
  const readme = readFileSync(join(root, 'packages/loadtest/docs/advice.md'), 'utf8')
  const [, example = ''] = /^# Index advice$.*?^```ts\n(.*?)^```/ms.exec(readme) ?? []
  mkdirSync(examples, { recursive: true })
  const file = join(examples, 'advice.ts')
  writeFileSync(file, example)
  const server = await startPostgres()
  const url = await server.createDatabase()
  const sql = postgres(url, { max: 1 })
  try {
    await sql`CREATE TABLE orders AS SELECT g AS id, g % 5000 AS customer_id FROM generate_series(1, 50000) g`
    process.env.DATABASE_URL = url
    await import(file)
    expect(await sql`SELECT indexname FROM pg_indexes WHERE tablename = 'orders'`).toEqual([
      { indexname: 'orders_customer_id_idx' },
    ])
  } finally {
    delete process.env.DATABASE_URL
    await sql.end()
    await server.stop()
  }
})
