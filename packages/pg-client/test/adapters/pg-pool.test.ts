import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LakebaseError } from '../../src/index.js'
import { openPlace, type Place } from '../open-gateway.js'

let place: Place
beforeAll(async () => {
  place = await openPlace()
  await place.open()
    .sql`create table items (id uuid primary key, doc jsonb, tags text[], raw bytea)`
})
afterAll(() => place.close())

test('answers as a pg.Pool does', async () => {
  const pool = place.open().pgPool()
  const id = randomUUID()
  const inserted = await pool.query(
    'insert into items values ($1, $2, $3, $4) returning doc, tags, raw',
    [id, { a: [1] }, ['x', 'y,"z"'], Buffer.from([0, 255])],
  )
  expect(inserted).toMatchObject({ command: 'INSERT', rowCount: 1 })
  expect(inserted.rows).toEqual([
    { doc: { a: [1] }, tags: ['x', 'y,"z"'], raw: Buffer.from([0, 255]) },
  ])
  const listed = await pool.query({ text: 'select 1 as a, null as a', rowMode: 'array' })
  expect(listed.rows).toEqual([[1, null]])
  expect(listed.fields.map(({ name, dataTypeID }) => [name, dataTypeID])).toEqual([
    ['a', 23],
    ['a', 25],
  ])
})

test('reads values as the given types say', async () => {
  const types = { getTypeParser: (oid: number) => (text: string) => `${oid}:${text}` }
  const { rows } = await place.open().pgPool({ types }).query('select 1::int8 as n')
  expect(rows).toEqual([{ n: '20:1' }])
})

test('calls back, as tools older than promises want it', async () => {
  const pool = place.open().pgPool()
  const rows = await new Promise((resolve, reject) => {
    void pool.query('select $1::int as n', [3], (error, result) =>
      error ? reject(error) : resolve(result?.rows),
    )
  })
  expect(rows).toEqual([{ n: 3 }])
  const failure = await new Promise((resolve) => {
    pool.query('select 1 / 0', (error) => resolve(error)).catch(() => undefined)
  })
  expect(failure).toBeInstanceOf(LakebaseError)
})

test('a client keeps its connection and its transaction until it is released', async () => {
  const pool = place.open().pgPool()
  const client = await pool.connect()
  const id = randomUUID()
  await client.query('BEGIN')
  await client.query('insert into items (id) values ($1)', [id])
  expect((await pool.query('select 1 from items where id = $1', [id])).rowCount).toBe(0)
  expect(pool.totalCount).toBe(2)
  await client.query('COMMIT')
  client.release()
  expect((await pool.query('select 1 from items where id = $1', [id])).rowCount).toBe(1)
})

test('a transaction that its client forgot to end is undone', async () => {
  const pool = place.open().pgPool()
  const client = await pool.connect()
  const id = randomUUID()
  await client.query('begin')
  await client.query('insert into items (id) values ($1)', [id])
  client.release()
  expect((await pool.query('select 1 from items where id = $1', [id])).rowCount).toBe(0)
  await expect(client.query('begin')).rejects.toMatchObject({ code: 'CLOSED' })
})

test('a client whose connection dies says so, and ends no process', async () => {
  const pool = place.open().pgPool()
  const client = await pool.connect()
  await client.query('begin')
  place.gateway.kill('57P01')
  await expect(client.query('select pg_sleep(1)')).rejects.toMatchObject({
    code: 'CONNECTION_LOST',
    sent: 'no',
  })
  client.release()
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})

test('a select that writes is still run', async () => {
  const pool = place.open().pgPool()
  await pool.query('create sequence numbers')
  expect((await pool.query("select nextval('numbers') as n")).rows).toEqual([{ n: '1' }])
})
