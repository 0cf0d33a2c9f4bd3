import { expect, test } from 'vitest'
import { findingsOf } from './findings-of.js'

/** A synced table that no rule objects to, with further lines; they begin on line 6. */
function table(...lines: readonly string[]): string {
  return [
    'delta_synchronization:',
    '  tables_to_sync:',
    '    - name: main.shop.orders',
    '      primary_keys: [id]',
    '      change_data_feed: true',
    ...lines.map((line) => `      ${line}`),
    '',
  ].join('\n')
}

const column = 'columns: [{ name: id, type: BIGINT }, { name: body, type: STRING }]'
const twoTables = (first: string, second: string) =>
  `delta_synchronization:\n  tables_to_sync:\n    - { name: ${first}, primary_keys: [id], scheduling_policy: SNAPSHOT }\n    - { name: ${second}, primary_keys: [id], scheduling_policy: SNAPSHOT }\n`

test.each([
  ['no rule', table('scheduling_policy: TRIGGERED', 'schedule: PT5M'), []],
  [
    'LB006 for bounds the wrong way round',
    'compute: { min_cu: 8, max_cu: 4 }',
    ['1:31 error LB006 max_cu: 4 is below min_cu 8'],
  ],
  [
    'LB006 for more than six replicas',
    'compute:\n  read_replicas:\n    - { count: 4, min_cu: 1, max_cu: 2 }\n    - { count: 3, min_cu: 1, max_cu: 2 }\n',
    [
      '1:1 warn LB009 the workload is empty: no load, no data, no tables',
      '4:7 error LB006 7 read replicas, and a branch has at most 6',
    ],
  ],
  [
    'LB008 for a table without policy',
    table(),
    ['3:13 note LB008 main.shop.orders has no scheduling_policy and is read as SNAPSHOT'],
  ],
  [
    'LB011 for a range that spans more than 16 CU',
    'compute:\n  min_cu: 4\n  max_cu: 24\n',
    ['3:11 error LB011 max_cu: 4 to 24 CU spans 20, more than 16'],
  ],
  ['LB011 not for a span of 16 CU', 'compute: { min_cu: 8, max_cu: 24 }', []],
  [
    'LB011 for a range above 64 CU',
    'compute: { min_cu: 64, max_cu: 72 }',
    ['1:32 error LB011 max_cu: above 64 CU a compute has a fixed size, and 64 to 72 is a range'],
  ],
  ['LB011 not for a fixed size above 64 CU', 'compute: { min_cu: 80, max_cu: 80 }', []],
  [
    'LB011 for the range of a branch',
    'compute: { min_cu: 1 }\nbranches:\n  - name: dev\n    min_cu: 0.5\n    max_cu: 17\n',
    ['5:13 error LB011 max_cu: 0.5 to 17 CU spans 16.5, more than 16'],
  ],
  [
    'LB011 for scale-to-zero with high availability',
    'compute:\n  min_cu: 1\n  scale_to_zero_after: 24h\n  high_availability: { computes: 2 }\n',
    [
      '3:24 error LB011 scale_to_zero_after: high availability and scale-to-zero exclude each other',
    ],
  ],
  [
    'LB011 not for high availability that is always on',
    'compute:\n  min_cu: 1\n  scale_to_zero_after: off\n  high_availability: { computes: 2 }\n',
    [],
  ],
  [
    'LB016 for TRIGGERED below 5 minutes',
    table('scheduling_policy: TRIGGERED', 'schedule: "*/2 * * * *"'),
    [
      '7:17 warn LB016 TRIGGERED every 120 s: below 5 minutes each run costs more to start than to do',
    ],
  ],
  [
    'LB017 for CONTINUOUS faster than 15 s',
    table('scheduling_policy: CONTINUOUS', 'schedule: PT5S'),
    ['7:17 warn LB017 a CONTINUOUS table cannot be fresher than 15 s, and 5 s is asked for'],
  ],
  [
    'LB017 for a schedule that does nothing',
    table('scheduling_policy: CONTINUOUS', 'schedule: PT1H'),
    ['7:17 warn LB017 a CONTINUOUS table runs all the time, so this schedule does nothing'],
  ],
  [
    'LB020 for a change data feed that is off',
    table('scheduling_policy: TRIGGERED').replace('feed: true', 'feed: false'),
    ['5:25 error LB020 main.shop.orders: TRIGGERED needs a change data feed, and it is off'],
  ],
  [
    'LB020 for a change data feed that nobody speaks of',
    table('scheduling_policy: CONTINUOUS').replace('      change_data_feed: true\n', ''),
    [
      '3:13 warn LB020 main.shop.orders: CONTINUOUS needs a change data feed, and the file does not say that it is on',
    ],
  ],
  [
    'LB020 for a view',
    table('scheduling_policy: TRIGGERED', 'source: view'),
    ['7:15 error LB020 main.shop.orders: TRIGGERED needs a change data feed, and a view has none'],
  ],
  ['LB020 not for a SNAPSHOT of a view', table('scheduling_policy: SNAPSHOT', 'source: view'), []],
  [
    'LB021 for more than 10 % changed rows',
    table('scheduling_policy: TRIGGERED', 'rows: 1000', 'rows_changed_per_run: 101'),
    [
      '8:29 warn LB021 main.shop.orders: 10.1 % of the rows change in each run, where SNAPSHOT is about 10 times as efficient',
    ],
  ],
  [
    'LB021 not for 10 % changed rows',
    table('scheduling_policy: TRIGGERED', 'rows: 1000', 'rows_changed_per_run: 100'),
    [],
  ],
  [
    'LB022 for a table without primary key',
    table('scheduling_policy: SNAPSHOT').replace('      primary_keys: [id]\n', ''),
    ['3:13 error LB022 main.shop.orders: a synced table needs a primary key'],
  ],
  [
    'LB022 for a key that is no column',
    table('scheduling_policy: SNAPSHOT', 'columns: [{ name: other, type: INT }]'),
    ['4:21 error LB022 main.shop.orders: primary key column "id" is not among the columns'],
  ],
  [
    'LB023 for a nullable key',
    table('scheduling_policy: SNAPSHOT', 'columns: [{ name: id, type: INT, nullable: true }]'),
    [
      '7:50 warn LB023 main.shop.orders: key column "id" is nullable, and rows without it are left out silently',
    ],
  ],
  [
    'LB025 for a type that cannot be synced, also within another',
    table(
      'scheduling_policy: SNAPSHOT',
      'nul_bytes_checked: true',
      'columns:',
      '  - { name: id, type: INT }',
      '  - { name: v, type: ARRAY<VARIANT> }',
    ),
    [
      '10:28 error LB025 main.shop.orders: column "v" has the type ARRAY<VARIANT>, which cannot be synced',
    ],
  ],
  [
    'LB026 for a text that nobody has checked',
    table('scheduling_policy: SNAPSHOT', column),
    [
      '7:16 warn LB026 main.shop.orders: 1 text column not checked for 0x00 bytes, which stop a sync',
    ],
  ],
  [
    'LB026 not once it is checked',
    table('scheduling_policy: SNAPSHOT', column, 'nul_bytes_checked: true'),
    [],
  ],
  [
    'LB027 for two sources of one target',
    twoTables('a.shop.orders', 'b.SHOP.orders'),
    ['4:15 error LB027 b.SHOP.orders and a.shop.orders both become SHOP.orders'],
  ],
  ['LB027 not for two schemas', twoTables('a.shop.orders', 'a.web.orders'), []],
  [
    'LB027 for a name with other characters',
    table('scheduling_policy: SNAPSHOT', 'target_table: or-ders'),
    ['7:21 error LB027 "or-ders" is not a name of letters, digits and _'],
  ],
  [
    'LB027 for a name of more than 63 bytes',
    table('scheduling_policy: SNAPSHOT', `target_schema: ${'s'.repeat(64)}`),
    [`7:22 error LB027 "${'s'.repeat(64)}" has 64 bytes, and Postgres keeps 63`],
  ],
  [
    'LB028 for a synced table above 1 TB',
    table('scheduling_policy: SNAPSHOT', 'size_gb: 1001'),
    [
      '7:16 warn LB028 main.shop.orders: 1001 GB, and a synced table that is refreshed should stay below 1 TB',
    ],
  ],
  [
    'LB028 for more than a branch holds',
    'database_storage: { data_stored_gb: 16001 }',
    [
      '1:37 warn LB028 data_stored_gb: 16001 GB, and a branch holds 16 TB unless the quota is raised',
    ],
  ],
  [
    'LB029 for one pipeline for each table',
    `${twoTables('a.b.c', 'a.b.d')}  tables_per_pipeline: 1\n`,
    ['2:3 warn LB029 2 pipelines for 2 synced tables, where 1 would do'],
  ],
  ['LB029 not for tables that share', twoTables('a.b.c', 'a.b.d'), []],
  [
    'LB030 for snapshots that write more history than data',
    table('scheduling_policy: SNAPSHOT', 'schedule: Per day', 'size_gb: 100'),
    [
      '3:13 warn LB030 SNAPSHOT runs write up to 700 GB of history in a restore window of 7 days: 4.1 times the price of the data',
    ],
  ],
  [
    'LB030 not for one a week',
    table('scheduling_policy: SNAPSHOT', 'schedule: Per week', 'size_gb: 100'),
    [],
  ],
  [
    'LB032 for a discount without end',
    'compute: { min_cu: 1 }\ndiscounts:\n  - { name: deal, percentage: 5, applies_to: compute }\n',
    ['3:13 warn LB032 discount "deal" has no end date'],
  ],
  [
    'LB032 for a promotion that runs too long',
    'compute: { min_cu: 1 }\ndiscounts:\n  - { name: promo, percentage: 5, applies_to: [compute], until: 2027-02-01 }\n',
    ['3:65 warn LB032 discount "promo" runs past 2027-01-31, the end of the public promotion'],
  ],
  [
    'LB032 for a discount that ends before it begins',
    'compute: { min_cu: 1 }\ndiscounts:\n  - { name: deal, percentage: 5, applies_to: sync, from: 2027-02-01, until: 2027-01-01 }\n',
    ['3:77 warn LB032 discount "deal" ends before it begins'],
  ],
])('%s', (_name, text, expected) => {
  expect(findingsOf(text)).toEqual(expected)
})

test('LB027 for the 21st synced table of one source', () => {
  const tables = Array.from(
    { length: 21 },
    (_, index) =>
      `    - { name: a.b.c, target_table: c${index}, primary_keys: [id], scheduling_policy: SNAPSHOT }`,
  )
  const text = ['delta_synchronization:', '  tables_to_sync:', ...tables].join('\n')
  expect(findingsOf(text)).toEqual([
    '23:15 error LB027 a.b.c is synced more than 20 times, the most that one source can be',
  ])
})
