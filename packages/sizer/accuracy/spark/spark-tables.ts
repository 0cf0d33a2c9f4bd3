/** A table made in Spark, measured there, and loaded into PostgreSQL row by row. */
export interface SparkTable {
  readonly name: string
  readonly rows: number
  readonly using: 'DELTA' | 'PARQUET'
  /** Name, type and SQL over the row's number `id` of each column. */
  readonly columns: readonly (readonly [name: string, type: string, value: string])[]
  readonly primaryKeys: readonly string[]
  readonly indexes?: readonly (readonly string[])[]
}

/** A number that looks random, the same for the same row and salt in every run. */
const random = (salt: number) => `abs(hash(id, ${salt}))`
const hex = (salt: number) => `md5(concat(id, '-${salt}'))`
const sometimes = (percent: number, salt: number, value: string) =>
  `CASE WHEN ${random(salt)} % 100 < ${percent} THEN ${value} END`

export const sparkTables: readonly SparkTable[] = [
  {
    name: 'narrow',
    rows: 150_000,
    using: 'DELTA',
    columns: [
      ['id', 'BIGINT', 'id'],
      ['a', 'INT', `CAST(${random(1)} % 1000 AS INT)`],
      ['b', 'SMALLINT', `CAST(${random(2)} % 100 AS SMALLINT)`],
      ['on_sale', 'BOOLEAN', `${random(3)} % 2 = 0`],
    ],
    primaryKeys: ['id'],
    indexes: [['a']],
  },
  {
    name: 'amounts',
    rows: 80_000,
    using: 'DELTA',
    columns: [
      ['id', 'BIGINT', 'id'],
      ['price', 'DECIMAL(10,2)', `CAST((${random(1)} % 1000000) / 100 - 2000 AS DECIMAL(10,2))`],
      ['rate', 'DECIMAL(18,6)', `CAST(${random(2)} / 7919 AS DECIMAL(18,6))`],
      ['total', 'DECIMAL(38,10)', `CAST(id AS DECIMAL(38,10)) * ${random(3)} * 1000003 / 7`],
      ['whole', 'DECIMAL(12,0)', `CAST(${random(4)} % 20 * 10000 AS DECIMAL(12,0))`],
      [
        'tiny',
        'DECIMAL(9,8)',
        sometimes(60, 5, `CAST(1 / (${random(6)} % 9999 + 1) AS DECIMAL(9,8))`),
      ],
    ],
    primaryKeys: ['id'],
  },
  {
    name: 'texts',
    rows: 60_000,
    using: 'PARQUET',
    columns: [
      ['id', 'STRING', `${hex(1)}`],
      ['short', 'STRING', `left(${hex(2)}, CAST(${random(2)} % 12 AS INT))`],
      ['edge', 'STRING', `repeat('é', CAST(50 + ${random(3)} % 30 AS INT))`],
      ['body', 'STRING', `left(repeat(${hex(4)}, 40), CAST(${random(5)} % 1200 AS INT))`],
      ['code', 'STRING', `concat('sku-', ${random(6)} % 4000)`],
    ],
    primaryKeys: ['id'],
    indexes: [['code']],
  },
  {
    name: 'nested',
    rows: 50_000,
    using: 'DELTA',
    columns: [
      ['id', 'BIGINT', 'id'],
      [
        'tags',
        'ARRAY<STRING>',
        `slice(array('red', 'green', 'blue', ${hex(1)}), 1, CAST(${random(2)} % 5 AS INT))`,
      ],
      ['points', 'ARRAY<INT>', `sequence(1, CAST(1 + ${random(3)} % 12 AS INT))`],
      [
        'attributes',
        'MAP<STRING, STRING>',
        `map('colour', left(${hex(4)}, 6), 'size', CAST(${random(5)} % 50 AS STRING))`,
      ],
      [
        'address',
        'STRUCT<street: STRING, zip: INT, geo: STRUCT<lat: DECIMAL(8,5), lon: DECIMAL(8,5)>>',
        `named_struct('street', ${sometimes(80, 6, hex(7))}, 'zip', CAST(${random(8)} % 99999 AS INT), 'geo', named_struct('lat', CAST(${random(9)} % 90 + 0.12345 AS DECIMAL(8,5)), 'lon', CAST(${random(10)} % 180 + 0.5 AS DECIMAL(8,5))))`,
      ],
    ],
    primaryKeys: ['id'],
  },
  {
    name: 'times',
    rows: 80_000,
    using: 'DELTA',
    columns: [
      ['day', 'DATE', `date_add(DATE'1960-01-01', CAST(id % 20000 AS INT))`],
      ['sensor', 'INT', 'CAST(id / 20000 AS INT)'],
      ['seen', 'TIMESTAMP', `timestamp_seconds(${random(1)})`],
      ['value', 'DOUBLE', sometimes(90, 2, `${random(3)} / 1000D`)],
      ['level', 'FLOAT', `CAST(${random(4)} % 100 AS FLOAT)`],
    ],
    primaryKeys: ['day', 'sensor'],
  },
  {
    name: 'sparse',
    rows: 80_000,
    using: 'DELTA',
    columns: [
      ['id', 'INT', 'CAST(id AS INT)'],
      ...Array.from(
        { length: 12 },
        (_, at) =>
          [
            `c${at}`,
            at % 3 === 0 ? 'STRING' : at % 3 === 1 ? 'BIGINT' : 'DATE',
            sometimes(
              10,
              at,
              at % 3 === 0 ? hex(at) : at % 3 === 1 ? random(at) : `DATE'2026-01-01'`,
            ),
          ] as const,
      ),
    ],
    primaryKeys: ['id'],
    indexes: [['c1']],
  },
  {
    name: 'blobs',
    rows: 20_000,
    using: 'PARQUET',
    columns: [
      ['id', 'BIGINT', 'id'],
      [
        'body',
        'BINARY',
        `left(unhex(concat_ws('', transform(sequence(1, 150), x -> sha2(concat(id, '-', x), 256)))), CAST(${random(1)} % 4800 AS INT))`,
      ],
    ],
    primaryKeys: ['id'],
  },
]
