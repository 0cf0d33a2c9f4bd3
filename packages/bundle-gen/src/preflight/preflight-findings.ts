import limits from '../data/limits.json' with { type: 'json' }
import type { Finding } from '../finding.js'
import type { PipelineSpec, TableSpec } from '../spec/bundle-spec.js'
import { unless } from '../spec/check-names.js'
import { type Described, readNumber } from './answers.js'
import { type ColumnTypes, isUnsupported } from './column-checks.js'

/** Key columns that are not there, types that cannot be synced. */
export function shapeFindings(
  table: TableSpec,
  columns: readonly ColumnTypes[],
): readonly Finding[] {
  const { source, primaryKeys, timeseriesKey } = table
  const names = new Set(columns.map(({ name }) => name.toLowerCase()))
  const wanted = [...primaryKeys, ...(timeseriesKey === undefined ? [] : [timeseriesKey])]
  return [
    ...wanted
      .filter((name) => !names.has(name.toLowerCase()))
      .map((name) => error('BG081', `${source} has no column ${name}, which is in its key`)),
    ...columns
      .filter(({ type }) => isUnsupported(type))
      .map(({ name, type }) => ({
        ...error('BG082', `${source}: column ${name} is ${type}, which cannot be synced`),
        hint: 'sync a view that leaves it out or casts it to STRING (SNAPSHOT only)',
      })),
  ]
}

/** What the metadata says against the policy. */
export function detailFindings(
  { source }: TableSpec,
  policy: PipelineSpec['policy'],
  { bytes, changeDataFeed, unknown }: Described,
): readonly Finding[] {
  const most = limits.refreshedTableBytes.value
  return [
    ...unless(policy === 'SNAPSHOT' || changeDataFeed !== false, {
      ...error('BG083', `${source} is ${policy} and its change data feed is off`),
      hint: `ALTER TABLE ${source} SET TBLPROPERTIES (delta.enableChangeDataFeed = true)`,
    }),
    ...unless(policy === 'SNAPSHOT' || unknown === undefined, {
      ruleId: 'BG083',
      level: 'warn',
      message: `${source} is ${policy}, and whether its change data feed is on is not known`,
      why: unknown ?? '',
    }),
    ...unless(bytes === undefined || bytes <= most, {
      ruleId: 'BG084',
      level: 'warn',
      message: `${source} has ${((bytes ?? 0) / 1e12).toFixed(2)} TB compressed, and 1 TB in Postgres is the most that should be refreshed`,
    }),
  ]
}

/** What the rows say. */
export function rowFindings(
  { source, primaryKeys, timeseriesKey }: TableSpec,
  counts: Readonly<Record<string, unknown>>,
): readonly Finding[] {
  const [nulls, nuls, duplicates] = [counts.null_keys, counts.nul_rows, counts.duplicate_keys].map(
    (value) => readNumber(value) ?? 0,
  )
  const keys = primaryKeys.join(', ')
  return [
    ...unless(nulls === 0, {
      ruleId: 'BG085',
      level: 'warn',
      message: `${source}: ${rows(nulls)} with NULL in ${keys}`,
      why: 'the sync leaves them out without a word',
    }),
    ...unless(nuls === 0, {
      ...error('BG086', `${source}: ${rows(nuls)} with a 0x00 byte in a text`),
      why: 'Postgres cannot store it, and the sync fails',
      hint: "sync a view that takes it out: regexp_replace(column, char(0), '')",
    }),
    ...unless(duplicates === 0, {
      ruleId: 'BG087',
      level: timeseriesKey === undefined ? 'error' : 'note',
      message: `${source}: ${duplicates} values of (${keys}) are there more than once`,
      why:
        timeseriesKey === undefined
          ? 'the sync fails without a timeseries_key that says which row is the latest'
          : `the row with the highest ${timeseriesKey} wins`,
    }),
  ]
}

function error(ruleId: string, message: string): Finding {
  return { ruleId, level: 'error', message }
}

function rows(count: number | undefined): string {
  return count === 1 ? '1 row' : `${count ?? 0} rows`
}
