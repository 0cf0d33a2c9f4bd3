import { column, letters, oneOf, type TableDefinition } from '../table-definition.js'

const LOG_LINE = `'2024-05-0' || (1 + random() * 8)::int || ' INFO worker-' || (random() * 40)::int ||
  ' request finished path=/api/v1/items/' || (random() * 1000)::int || ' status=200 duration_ms=' || (random() * 900)::int`

/** Repeats an expression, so that its random parts differ each time. */
function repeated(value: string, least: number, most: number): string {
  return `(select string_agg(${value}, E'\\n') from generate_series(1, (${least} + random() * ${most - least} + 0 * g)::int))`
}

const WORDS = oneOf(
  ...'the of and storage page table tuple index leaf value estimate row column server client pool query plan vacuum lake'.split(
    ' ',
  ),
)

/** Rows about as long as a page's fourth, and longer: compression and TOAST. */
export const longTables: readonly TableDefinition[] = [
  {
    name: 'kilobyte_rows',
    rows: 100_000,
    columns: [
      column('id', 'BIGINT', 'g'),
      column('payload', 'STRING', `repeat(${letters(31)}, 32)`),
    ],
    primaryKey: ['id'],
  },
  {
    name: 'documents',
    rows: 50_000,
    columns: [
      column('id', 'BIGINT', 'g'),
      column('title', 'STRING', letters(10, 60)),
      column(
        'body',
        'STRING',
        repeated(`${WORDS} || ' ' || ${letters(2, 7)} || ' ' || ${WORDS}`, 5, 300),
      ),
      column('author', 'STRING', letters(12)),
    ],
    primaryKey: ['id'],
    indexes: [['title']],
  },
  {
    name: 'logs',
    rows: 50_000,
    columns: [
      column('id', 'BIGINT', 'g'),
      column('host', 'STRING', "'host-' || (random() * 200)::int"),
      column('lines', 'STRING', repeated(LOG_LINE, 1, 80)),
    ],
    primaryKey: ['id'],
    indexes: [['host']],
  },
  {
    name: 'blobs',
    rows: 50_000,
    columns: [
      column('id', 'BIGINT', 'g'),
      column(
        'content',
        'BINARY',
        "(select string_agg(decode(md5(random()::text || x), 'hex'), '') from generate_series(1, (20 + random() * 400 + 0 * g)::int) x)",
      ),
      column('checksum', 'STRING', 'md5(g::text)'),
    ],
    primaryKey: ['id'],
  },
  {
    name: 'several_long_texts',
    rows: 50_000,
    columns: [
      column('id', 'BIGINT', 'g'),
      column('summary', 'STRING', repeated(letters(40, 60), 1, 20), 0.3),
      column('detail', 'STRING', repeated(LOG_LINE, 1, 30), 0.5),
      column('amount', 'DECIMAL(12,2)', 'random() * 1000'),
      column('raw', 'STRING', repeated(letters(64), 5, 40)),
    ],
    primaryKey: ['id'],
  },
]
