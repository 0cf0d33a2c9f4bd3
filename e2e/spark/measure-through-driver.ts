// Measures Delta tables of a local Spark through its Thrift server and the real @databricks/sql: see
// packages/sizer/docs/accuracy.md, "From Spark's side". Prints what each table is predicted to take in Postgres.
import { createRequire } from 'node:module'
import { estimateTableSize, measureTables } from '@lakebase/sizer'
import { openWorkspace } from '@lakebase/workspace'
import { startThriftFront } from './thrift-front.js'

const { generate } = createRequire(import.meta.resolve('@lakebase/testing'))('selfsigned')
const localhost = [{ name: 'commonName', value: 'localhost' }]
const { private: key, cert } = await generate(localhost, {
  keyType: 'ec',
  algorithm: 'sha256',
  extensions: [
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
  ],
})
const front = await startThriftFront(Number(process.argv[2] ?? 10_901), { key, cert })
const workspace = openWorkspace({
  host: front.host,
  token: 'not-looked-at',
  httpPath: '/sql/1.0/warehouses/local',
  ca: cert,
  env: {},
})
const run = async (statement: string) =>
  (await workspace.runSql(statement, { driver: 'databricks-sql' })).rows

const TABLES = {
  narrow: 'id, CAST(id % 7 AS INT) AS a, CAST(id / 8 AS DECIMAL(12,2)) AS price',
  texts: "uuid() AS id, repeat('x', CAST(id % 90 AS INT)) AS body",
  nested: "id, array(CAST(id AS INT), 7) AS pair, map('k', CAST(id AS STRING)) AS attrs",
  times: "id, timestamp_seconds(id) AS seen, CASE WHEN id % 3 = 0 THEN DATE'2026-01-01' END AS day",
}
const ROWS = 20_000

try {
  await run('CREATE DATABASE IF NOT EXISTS driven')
  for (const [name, columns] of Object.entries(TABLES)) {
    await run(
      `CREATE OR REPLACE TABLE driven.${name} USING DELTA AS SELECT ${columns} FROM range(${ROWS})`,
    )
  }
  const wanted = Object.keys(TABLES).map((name) => ({
    name: `driven.${name}`,
    primaryKeys: ['id'],
  }))
  const measured = await measureTables(wanted, run, { sampleRows: 2000, atOnce: 2 })
  for (const one of measured) {
    if ('error' in one) throw one.error
    const { table, rows, columns, sample, lastModified } = one
    const size = estimateTableSize({
      rows,
      columns,
      indexes: [{ name: 'pk', columns: ['id'], unique: true }],
      evidence: { kind: 'sample', rows: sample },
    })
    process.stdout.write(
      `${table}: ${rows} rows, ${sample.length} sampled, ${size.totalBytes} bytes, modified ${lastModified}\n`,
    )
  }
} finally {
  front.close()
}
