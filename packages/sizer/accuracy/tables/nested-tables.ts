import { column, letters, oneOf, type TableDefinition } from '../table-definition.js'

function listOf(value: string, least: number, most: number): string {
  return `(select jsonb_agg(${value}) from generate_series(1, (${least} + random() * ${most - least} + 0 * g)::int))`
}

const ADDRESS = `jsonb_build_object('street', ${letters(10, 25)}, 'zip', (random() * 99999)::int,
  'lat', round((random() * 90)::numeric, 6), 'ok', random() < 0.5, 'floor', null)`

/** ARRAY, MAP and STRUCT, which become jsonb. */
export const nestedTables: readonly TableDefinition[] = [
  {
    name: 'arrays_and_maps',
    rows: 200_000,
    columns: [
      column('id', 'BIGINT', 'g'),
      column('tags', 'ARRAY<STRING>', listOf(letters(3, 12), 1, 9)),
      column('numbers', 'ARRAY<INT>', listOf('(random() * 100000)::int', 1, 18), 0.2),
      column(
        'attributes',
        'MAP<STRING, STRING>',
        `(select jsonb_object_agg('k' || x, ${letters(5, 25)}) from generate_series(1, (1 + random() * 6 + 0 * g)::int) x)`,
      ),
      column(
        'address',
        'STRUCT<street: STRING, zip: INT, lat: DOUBLE, ok: BOOLEAN, floor: INT>',
        ADDRESS,
      ),
    ],
    primaryKey: ['id'],
  },
  {
    name: 'events',
    rows: 200_000,
    columns: [
      column('event_id', 'STRING', 'gen_random_uuid()::text'),
      column('user_id', 'BIGINT', '(random() * 50000)::bigint'),
      column('at', 'TIMESTAMP', "timestamp '2024-01-01' + random() * interval '300 days'"),
      column('kind', 'STRING', oneOf('click', 'view', 'purchase', 'add_to_cart', 'scroll')),
      column(
        'properties',
        'STRUCT<page: STRING, position: INT, ok: BOOLEAN>',
        `jsonb_build_object('page', ${letters(8, 18)}, 'position', (random() * 1000)::int, 'ok', random() < 0.5)`,
      ),
      column('amount', 'DECIMAL(18,4)', 'random() * 1000', 0.8),
      column(
        'agent',
        'STRING',
        "'Mozilla/5.0 (X11; Linux x64; rv:' || (random() * 99)::int || '.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/' || (random() * 120)::int || '.0.' || (random() * 5000)::int || ' Safari/537.36'",
      ),
      column('mobile', 'BOOLEAN', 'random() < 0.6'),
      column(
        'url',
        'STRING',
        `'https://example.com/' || ${letters(4, 32)} || '/' || (random() * 100000)::int`,
      ),
    ],
    primaryKey: ['event_id'],
    indexes: [['user_id', 'at'], ['kind']],
  },
  {
    name: 'deep_documents',
    rows: 50_000,
    columns: [
      column('id', 'BIGINT', 'g'),
      column(
        'order',
        'STRUCT<lines: ARRAY<STRUCT<sku: STRING, price: DOUBLE>>>',
        `jsonb_build_object('customer', jsonb_build_object('name', ${letters(5, 20)}, 'address', ${ADDRESS}),
          'lines', ${listOf(`jsonb_build_object('sku', ${letters(8)}, 'price', round((random() * 100)::numeric, 2), 'count', (random() * 9)::int)`, 1, 60)})`,
      ),
    ],
    primaryKey: ['id'],
  },
  {
    name: 'unicode',
    rows: 200_000,
    columns: [
      column('id', 'INT', 'g'),
      column(
        'city',
        'STRING',
        oneOf('Zürich', 'København', '東京', 'São Paulo', 'Москва', 'Αθήνα'),
      ),
      column('text', 'STRING', `repeat(${oneOf('ä', '日本', 'ж')}, (random() * 120)::int)`),
    ],
    primaryKey: ['id'],
    indexes: [['city']],
  },
]
