import { column, letters, oneOf, type TableDefinition } from '../table-definition.js'

/** So many columns of one kind. */
function columns(count: number, type: string, value: string, nulls = 0) {
  return Array.from({ length: count }, (_, at) => column(`c${at}`, type, value, nulls))
}

const id = column('id', 'BIGINT', 'g')
/** Few keys have most of the rows: the k-th about 1/k of the first's. */
const skewed = (keys: number) => `floor(exp(random() * ln(${keys})))::int`
const randomBytes = (times: number) =>
  `decode(${Array.from({ length: times }, () => 'md5(random()::text)').join(' || ')}, 'hex')`

/** Shapes at the edges: of nulls in keys, skew, thresholds, widths, and of very small tables. */
export const oddTables: readonly TableDefinition[] = [
  {
    name: 'skewed_keys',
    rows: 300_000,
    columns: [
      id,
      column('seller', 'INT', skewed(20_000)),
      column('city', 'STRING', `'city-' || ${skewed(3000)}`),
      column('always', 'STRING', "'same for all'"),
    ],
    primaryKey: ['id'],
    indexes: [['seller'], ['city'], ['always'], ['seller', 'city']],
  },
  {
    name: 'half_null_keys',
    rows: 300_000,
    columns: [
      id,
      column('a', 'INT', '(random() * 5000)::int', 0.5),
      column('b', 'STRING', letters(4, 20), 0.7),
      column('c', 'BIGINT', '(random() * 1e12)::bigint', 0.2),
    ],
    primaryKey: ['id'],
    indexes: [['a', 'b'], ['b', 'c'], ['a', 'b', 'c'], ['b']],
  },
  {
    name: 'prefixed_keys',
    rows: 200_000,
    columns: [
      column('url', 'STRING', "'https://shop.example.com/catalogue/products/' || g || '/details'"),
      column('kind', 'STRING', oneOf('a', 'b')),
      column('day', 'DATE', "date '2020-01-01' + (g / 100)::int"),
      column('flag', 'BOOLEAN', 'random() < 0.1'),
    ],
    primaryKey: ['url'],
    indexes: [['day'], ['flag', 'kind']],
  },
  {
    name: 'wide_row',
    rows: 20_000,
    columns: [id, ...columns(250, 'INT', '(random() * 1e6)::int', 0.3)],
    primaryKey: ['id'],
  },
  {
    name: 'wide_texts',
    rows: 30_000,
    columns: [id, ...columns(60, 'STRING', letters(0, 30), 0.1)],
    primaryKey: ['id'],
  },
  {
    name: 'at_threshold',
    rows: 40_000,
    columns: [
      id,
      column('body', 'BINARY', `substr(${randomBytes(128)}, 1, 1900 + (random() * 250)::int)`),
    ],
    primaryKey: ['id'],
  },
  {
    name: 'short_edge',
    rows: 200_000,
    columns: [
      id,
      column('a', 'STRING', "repeat('x', 120 + (random() * 12)::int)"),
      column('b', 'SMALLINT', '1'),
      column('c', 'STRING', "repeat('y', (random() * 3)::int)"),
    ],
    primaryKey: ['id'],
  },
  {
    name: 'odd_decimals',
    rows: 150_000,
    columns: [
      id,
      column('tiny', 'DECIMAL(38,30)', '(random() / 1e20)::numeric(38,30)'),
      column('huge', 'DECIMAL(38,0)', '-(random() * 1e37)::numeric(38,0)'),
      column('round', 'DECIMAL(18,2)', '((random() * 50)::int * 100000)'),
      column('zero', 'DECIMAL(18,4)', '0'),
      column('mixed', 'DECIMAL(18,6)', 'case when random() < 0.5 then 1 else random() * 1e8 end'),
    ],
    primaryKey: ['id'],
    indexes: [['round']],
  },
  {
    name: 'large_json',
    rows: 4000,
    columns: [
      id,
      column(
        'doc',
        'ARRAY<STRUCT<k: STRING, v: DOUBLE>>',
        "(select jsonb_agg(jsonb_build_object('k', md5(random()::text), 'v', random())) from generate_series(1, 20 + g % 400))",
      ),
    ],
    primaryKey: ['id'],
  },
  {
    name: 'loosely_filled',
    rows: 120_000,
    columns: [
      id,
      column('name', 'STRING', letters(5, 60), 0.1),
      column('code', 'STRING', "'A' || g % 50", 0.3),
    ],
    primaryKey: ['id'],
    indexes: [['code']],
    fillfactor: 70,
  },
  {
    name: 'three_hundred_columns',
    rows: 15_000,
    columns: [
      id,
      ...columns(200, 'DOUBLE', 'random()', 0.6),
      ...Array.from({ length: 99 }, (_, at) =>
        column(`t${at}`, 'STRING', 'substr(md5(random()::text), 1, (random() * 4)::int)', 0.2),
      ),
    ],
    primaryKey: ['id'],
  },
  {
    name: 'barely_compressible',
    rows: 20_000,
    columns: [
      id,
      column(
        'body',
        'STRING',
        "(select string_agg(case when random() < 0.45 then 'the same piece of text ' else md5(random()::text) end, '') from generate_series(1, 90 + g % 60))",
      ),
      column('empty', 'STRING', "''"),
    ],
    primaryKey: ['id'],
  },
  {
    name: 'no_rows',
    rows: 0,
    columns: [
      id,
      column('name', 'STRING', letters(5, 30)),
      column('doc', 'MAP<STRING, STRING>', "'{}'"),
    ],
    primaryKey: ['id'],
    indexes: [['name']],
  },
  {
    name: 'two_rows',
    rows: 2,
    columns: [id, column('name', 'STRING', letters(5, 30))],
    primaryKey: ['id'],
  },
  {
    name: 'fifty_rows',
    rows: 50,
    columns: [id, column('name', 'STRING', letters(5, 30))],
    primaryKey: ['id'],
    indexes: [['name']],
  },
  {
    name: 'one_column',
    rows: 500_000,
    columns: [column('id', 'INT', 'g')],
    primaryKey: ['id'],
  },
]
