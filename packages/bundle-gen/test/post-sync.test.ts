import { type LocalPostgres, startPostgres } from '@lakebase/local-postgres'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BundleSpec, generateBundle, type TableSpec } from '../src/index.js'
import { shopSpec, table } from './shop-spec.js'

let server: LocalPostgres

beforeAll(async () => {
  server = await startPostgres()
})
afterAll(async () => {
  await server?.stop()
})

const LONG = 'x'.repeat(63)
const TABLES: readonly TableSpec[] = [
  table('main.shop.orders', {
    indexes: [
      { columns: ['customer_id'], unique: false },
      { columns: ['customer_id', "it's"], unique: true },
      { columns: ['größe "x" $lakebase$'], unique: false },
    ],
    grants: [
      { privileges: ['SELECT', 'REFERENCES'], to: 'App "Reader"' },
      { privileges: ['SELECT'], to: 'plain_reader' },
    ],
    owner: 'app_owner',
  }),
  // Two names that differ only where the name of their index is cut.
  table(`main.shop.${LONG}`, { indexes: [{ columns: ['customer_id'], unique: false }] }),
  // These two would give one name for two indexes, were it made of the words alone.
  table('main.shop.a_b', { indexes: [{ columns: ['c'], unique: false }] }),
  table('main.shop.a', { indexes: [{ columns: ['b_c'], unique: false }] }),
]

const DDL = `
  CREATE ROLE app_owner; CREATE ROLE "App ""Reader"""; CREATE ROLE plain_reader;
  CREATE SCHEMA shop;
  CREATE TABLE shop.orders (id int PRIMARY KEY, customer_id int, "it's" int, "größe ""x"" $lakebase$" int);
  CREATE TABLE shop."${LONG}" (id int PRIMARY KEY, customer_id int);
  CREATE TABLE shop.a_b (id int PRIMARY KEY, c int);
  CREATE TABLE shop.a (id int PRIMARY KEY, b_c int);
`
const DROP_ROLES = `
  DROP OWNED BY app_owner; DROP OWNED BY "App ""Reader"""; DROP OWNED BY plain_reader;
  DROP ROLE app_owner; DROP ROLE "App ""Reader"""; DROP ROLE plain_reader;
`

test('the first run makes what is declared, the second writes nothing', async () => {
  await withDatabase(async (sql) => {
    await sql.unsafe(DDL)
    const statements = postSync(TABLES)
    await sql.unsafe(statements)

    const indexes = await sql`SELECT indexdef FROM pg_indexes WHERE schemaname = 'shop'`
    const definitions = indexes.map(({ indexdef }) => String(indexdef))
    expect(definitions.filter((one) => !one.includes('_pkey'))).toHaveLength(6)
    expect(definitions.join('\n')).toContain('("größe ""x"" $lakebase$")')
    const [allowed] = await sql`
      SELECT has_table_privilege('App "Reader"', 'shop.orders', 'SELECT') AS reads,
             has_table_privilege('App "Reader"', 'shop.orders', 'REFERENCES') AS refers,
             has_table_privilege('plain_reader', 'shop.orders', 'REFERENCES') AS too_much,
             has_schema_privilege('plain_reader', 'shop', 'USAGE') AS enters,
             pg_get_userbyid(relowner) AS owner
      FROM pg_class WHERE oid = 'shop.orders'::regclass`
    expect(allowed).toEqual({
      reads: true,
      refers: true,
      too_much: false,
      enters: true,
      owner: 'app_owner',
    })

    const before = await catalog(sql)
    await sql.unsafe(statements)
    expect(await catalog(sql)).toEqual(before)
    await sql.unsafe(DROP_ROLES)
  })
})

test('a table that was made anew gets back what it lost', async () => {
  await withDatabase(async (sql) => {
    await sql.unsafe(DDL)
    const statements = postSync(TABLES)
    await sql.unsafe(statements)
    await sql.unsafe(
      'DROP TABLE shop.a; CREATE TABLE shop.a (id int PRIMARY KEY, b_c int); INSERT INTO shop.a VALUES (1, 2)',
    )
    await sql.unsafe(statements)
    const [{ count } = { count: 0 }] =
      await sql`SELECT count(*)::int AS count FROM pg_indexes WHERE tablename = 'a'`
    expect(count).toBe(2)
    await sql.unsafe(DROP_ROLES)
  })
})

test('a table that is not there yet is a warning, and the others are done', async () => {
  const notices: string[] = []
  await withDatabase(
    async (sql) => {
      await sql.unsafe('CREATE SCHEMA shop; CREATE TABLE shop.a (id int PRIMARY KEY, b_c int)')
      const [, , missing, there] = TABLES
      await sql.unsafe(postSync([missing, there].filter((one) => one !== undefined)))
      expect(notices.join()).toContain('shop.a_b is not there yet')
      const [{ count } = { count: 0 }] =
        await sql`SELECT count(*)::int AS count FROM pg_indexes WHERE tablename = 'a'`
      expect(count).toBe(2)
    },
    (notice) => notices.push(notice),
  )
})

function postSync(tables: readonly TableSpec[]): string {
  const spec: BundleSpec = {
    ...shopSpec,
    pipelines: [{ name: 'all', policy: 'SNAPSHOT', schedule: { everySeconds: 86_400 }, tables }],
  }
  return generateBundle(spec).get('sql/post_sync.sql') ?? ''
}

/** Row versions of all that post_sync.sql could write: an update that changes nothing shows too. */
async function catalog(sql: postgres.Sql) {
  return [
    await sql`SELECT oid, xmin::text, ctid::text FROM pg_class ORDER BY oid`,
    await sql`SELECT indexrelid, xmin::text, ctid::text FROM pg_index ORDER BY indexrelid`,
    await sql`SELECT oid, xmin::text, ctid::text FROM pg_namespace WHERE nspname NOT LIKE 'pg_%' ORDER BY oid`,
  ].map((rows) => [...rows])
}

async function withDatabase(
  work: (sql: postgres.Sql) => Promise<void>,
  onnotice: (message: string) => void = () => {},
): Promise<void> {
  const url = await server.createDatabase()
  const sql = postgres(url, { max: 1, onnotice: ({ message }) => onnotice(String(message)) })
  try {
    await work(sql)
  } finally {
    await sql.end()
    await server.dropDatabase(url)
  }
}
