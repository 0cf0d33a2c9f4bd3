import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lineIndex, schemaFromDdl } from '@lakebase/sql-convert'
import { convertSources } from '../src/convert-sources.js'
import { buildReport } from '../src/report/build-report.js'
import type { ConversionReport } from '../src/report/conversion-report.js'
import { reportStatement } from '../src/report/report-statement.js'
import { root } from './run-built.js'

const SILENT = { stderr: () => undefined, stderrIsTty: false }

/** The report of texts by name, as a run would make it. */
export function reportOf(texts: Readonly<Record<string, string>>): ConversionReport {
  const ddl = readFileSync(join(root, 'examples/shop/tables.sql'), 'utf8')
  const sources = Object.entries(texts).map(([name, text]) => ({ name, text }))
  const files = convertSources(sources, schemaFromDdl(ddl), SILENT, true)
  return buildReport({
    files: files.map(({ source: { name, text }, result }) => ({
      source: name,
      target: `converted/${name}`,
      change: 'new',
      text,
      statements: result.statements.map((one, index) =>
        reportStatement(name, { text, lines: lineIndex(text) }, one, index),
      ),
    })),
    compat: {
      functions: files.flatMap(({ result }) => result.compatFunctions),
      file: 'converted/spark_compat.sql',
    },
    version: '1.2.3',
    now: new Date('2026-11-28T00:00:00Z'),
    check: false,
  })
}

/** One of every status, with findings of every level. */
const MIXED = `-- One of each
SELECT order_id, total / 2 AS half FROM main.shop.orders WHERE customer_id = :customer;
SELECT sentiment(note), 'a long text that does not break: ${'x'.repeat(120)}' AS text FROM t;
SELECT * EXCEPT (a) FROM unknown_table;
OPTIMIZE main.shop.orders;
SELEC 1;
SELECT collect_list(sku) AS skus FROM main.shop.order_items;
SELECT approx_count_distinct(sku) AS skus, rand(3) AS chance FROM main.shop.order_items LIMIT 1`

export const REPORTS = {
  mixed: reportOf({ 'queries/mixed.sql': MIXED, 'queries/pg.sql': 'SELECT a::jsonb FROM t' }),
  'all done': reportOf({ 'one.sql': 'SELECT 1 AS one' }),
  empty: reportOf({ 'nothing.sql': '-- nothing' }),
  long: reportOf({
    'a/long.sql': `${MIXED};\n`.repeat(8),
    'a/done.sql': 'SELECT 1 AS a;\n'.repeat(60),
  }),
} as const
