import fc from 'fast-check'
import type postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Batch, BatchListener, Session, StatementFailure } from '../../src/driver/session.js'
import type { ParameterValue } from '../../src/scenario/generator.js'
import { wireDriver } from '../../src/wire/wire-driver.js'
import { openDatabase, type TestDatabase } from './open-database.js'

let place: TestDatabase
let session: Session

const FIXED = 'i2 int2, i4 int4, i8 int8, f4 float4, f8 float8, b bool, u uuid'
const TEXTS = 't text, n numeric, d date, j jsonb, ia int[], ta text[]'
const insert = (table: string, count: number) => {
  const places = Array.from({ length: count }, (_, at) => `$${at + 1}`)
  return {
    kind: 'statement' as const,
    id: table,
    sql: `insert into ${table} values (${places.join(', ')})`,
    parameters: places.map((_, at) => at),
  }
}
const BATCHES = { fixed: [0], texts: [1], both: [0, 1] } as const satisfies Record<string, Batch>

beforeAll(async () => {
  place = await openDatabase()
  await place.sql.unsafe(`create table fixed (${FIXED})`)
  await place.sql.unsafe(`create table texts (${TEXTS})`)
  session = await wireDriver(place.target, [insert('fixed', 7), insert('texts', 6)], 5000).open()
})

afterAll(async () => {
  await session.close()
  await place.stop()
})

function run(
  batch: Batch,
  values: readonly ParameterValue[],
): Promise<StatementFailure | undefined> {
  return new Promise((resolve, reject) => {
    const listener: BatchListener = {
      statementDone: () => undefined,
      batchDone: (_, failure) => resolve(failure),
      lost: ({ message }) => reject(new Error(message)),
    }
    session.run(batch, values, listener)
  })
}

async function stored(table: string): Promise<postgres.Row | undefined> {
  const [row] = await place.sql.unsafe(
    `delete from ${table} as stored returning *, to_jsonb(stored) as json`,
  )
  return row
}

const nullable = <T>(values: fc.Arbitrary<T>) => fc.option(values, { freq: 8, nil: null })
const int = (bits: number) => fc.integer({ min: -(2 ** (bits - 1)), max: 2 ** (bits - 1) - 1 })
const int8 = fc.oneof(fc.maxSafeInteger(), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }))

test('values of fixed length arrive as they were, nulls too', async () => {
  const rows = fc.tuple(
    nullable(int(16)),
    nullable(int(32)),
    nullable(int8),
    nullable(fc.float({ noNaN: true })),
    nullable(fc.double({ noNaN: true })),
    nullable(fc.boolean()),
    nullable(fc.uuid()),
  )
  await fc.assert(
    fc.asyncProperty(rows, async (values) => {
      expect(await run(BATCHES.fixed, values)).toBeUndefined()
      const [i2, i4, i8, f4, f8, b, u] = values
      const row = await stored('fixed')
      const { json: _, ...read } = row ?? {}
      expect({ ...read, f4: row?.f4 === null ? null : Math.fround(Number(row?.f4)) }).toEqual({
        ...{ i2, i4, b, u },
        i8: i8 === null ? null : String(i8),
        f4,
        f8,
      })
    }),
    { numRuns: 150 },
  )
})

const texts = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0'))

test('values of any length arrive as they were, lists and nulls too', async () => {
  const rows = fc.tuple(
    nullable(texts),
    nullable(fc.maxSafeInteger()),
    nullable(fc.constant('2024-02-29')),
    nullable(texts.map((text) => JSON.stringify({ text }))),
    nullable(fc.array(fc.option(int(32)))),
    nullable(fc.array(fc.option(texts))),
  )
  await fc.assert(
    fc.asyncProperty(rows, async (values) => {
      expect(await run(BATCHES.texts, values)).toBeUndefined()
      const [t, n, , j, ia, ta] = values
      expect((await stored('texts'))?.json).toMatchObject({
        ...{ t, n, ia, ta },
        j: j === null ? null : JSON.parse(j),
      })
    }),
    { numRuns: 150 },
  )
})

test('a value that is none of the type is for the server to judge', async () => {
  const row = [1, 2, 3, 4, 5, true, null]
  const failure = async (at: number, value: ParameterValue) => {
    const values = row.map((own, place) => (place === at ? value : own))
    return (await run(BATCHES.fixed, values))?.code
  }
  expect(await failure(1, 2 ** 31)).toBe('22003')
  expect(await failure(0, 'many')).toBe('22P02')
  expect(await failure(2, 1.5)).toBe('22P02')
  expect(await failure(6, 'no uuid')).toBe('22P02')
  expect(await failure(1, '7')).toBeUndefined()
  expect(await stored('fixed')).toMatchObject({ i4: 7 })
})

test('statements of one batch are one transaction: what follows a failure has not run', async () => {
  const failure = await run(BATCHES.both, ['no number', 'text', null, null, null, null, null])
  expect(failure).toMatchObject({ place: 0, code: '22P02' })
  expect(await stored('texts')).toBeUndefined()
})

test('a text that is larger than any buffer goes through', async () => {
  const large = 'ü'.repeat(3_000_000)
  expect(await run(BATCHES.texts, [large, null, null, null, null, null])).toBeUndefined()
  expect(await stored('texts')).toMatchObject({ t: large })
})
