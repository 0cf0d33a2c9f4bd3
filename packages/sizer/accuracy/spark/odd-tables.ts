/** Tables that show what breaks a sync, and what is no table. */
export const oddStatements: readonly string[] = [
  `CREATE TABLE shop.mixed USING PARQUET AS SELECT
     CASE WHEN id <> 7 THEN id END AS id,
     CAST(id % 100 AS TINYINT) AS t,
     CAST(id * 1.5 AS DECIMAL(12,2)) AS price,
     CASE WHEN id = 3 THEN concat('na', char(0), 'me') ELSE concat('name-', id) END AS name,
     array(CAST(id AS INT), CAST(id + 1 AS INT)) AS nums,
     map('k', concat('v', id)) AS attrs,
     named_struct('x', CAST(id AS INT), 'y', named_struct('z', 'deep', 'd', DATE'2026-01-01', 'n', CAST(NULL AS STRING))) AS st,
     timestamp_seconds(id) AS ts, id % 2 = 0 AS flag, unhex('616263') AS bin,
     CASE WHEN id % 2 = 1 THEN id / 3D END AS dbl,
     parse_json(concat('{"a":', id, '}')) AS v
   FROM range(20)`,
  `CREATE TABLE shop.twice USING DELTA AS
     SELECT CAST(id / 2 AS BIGINT) AS id, concat('x', id) AS name FROM range(10)`,
  `CREATE VIEW shop.some AS SELECT id, name FROM shop.mixed WHERE id > 8 OR id IS NULL`,
]

export const oddTables = [
  { name: 'shop.mixed', primaryKeys: ['id'] },
  { name: 'shop.twice', primaryKeys: ['id'], indexes: [['name'], ['gone']] },
  { name: 'shop.some', primaryKeys: ['id', 'gone'], rows: 12 },
  { name: 'shop.nope', primaryKeys: [] },
] as const
