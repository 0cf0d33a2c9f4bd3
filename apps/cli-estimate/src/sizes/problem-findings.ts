import { counted, decimal, share } from '@lakebase/cli-kit'
import type { Finding, SyncedTable, YamlSource } from '@lakebase/config'
import type { LockedProblem, LockedTable } from './lock-file.js'

/** What measuring found that would break the sync of a table, or leave rows out. */
export function problemFindings(
  table: SyncedTable,
  { problems, changeDataFeed }: LockedTable,
  source: YamlSource,
): readonly Finding[] {
  return [
    ...problems.map((problem) => problemFinding(table, problem, source)),
    ...(changeDataFeed === false && table.policy !== 'SNAPSHOT'
      ? [noChangeFeed(table, source)]
      : []),
  ]
}

function problemFinding(table: SyncedTable, problem: LockedProblem, source: YamlSource): Finding {
  const { name, at } = table
  const keys = source.locate([...at, 'primary_keys'])
  switch (problem.kind) {
    case 'unsupported type':
      return {
        ruleId: 'LB025',
        level: 'error',
        message: `${name}: column ${problem.column} is ${problem.type}, which cannot be synced`,
        hint: 'leave it out with a view, or cast it to STRING there',
        ...source.locate(at),
      }
    case 'missing key column':
      return {
        ruleId: 'LB022',
        level: 'error',
        message: `${name} has no column ${problem.column}, which primary_keys names`,
        ...keys,
      }
    case 'null keys':
      return {
        ruleId: 'LB023',
        level: 'warn',
        message: `${name}: ${rowsOf(problem)} have a NULL in the primary key; the sync leaves them out in silence`,
        hint: 'filter them in a view, or choose another key',
        ...keys,
      }
    case 'duplicate keys':
      return {
        ruleId: 'LB024',
        level: table.timeseriesKey === undefined ? 'error' : 'note',
        message: `${name}: ${rowsOf(problem)} have a primary key that another row has`,
        ...(table.timeseriesKey === undefined
          ? { hint: 'add the missing key column, or a timeseries_key' }
          : { hint: `the sync keeps the row with the latest ${table.timeseriesKey}` }),
        ...keys,
      }
    case '0x00 bytes':
      return {
        ruleId: 'LB026',
        level: 'error',
        message: `${name}: ${rowsOf(problem)} have a byte 0x00 in a text, at which the sync stops`,
        hint: 'take it out in a view: replace(column, char(0), "")',
        ...source.locate(at),
      }
    case 'key too long':
      return {
        ruleId: 'LB057',
        level: 'error',
        message: `${name}: ${share(problem.share)} of the rows have a key too long for ${problem.index}; Postgres refuses them`,
        hint: 'index a hash or the beginning of the text',
        ...source.locate(at),
      }
  }
}

function noChangeFeed({ name, at, policy }: SyncedTable, source: YamlSource): Finding {
  return {
    ruleId: 'LB020',
    level: 'error',
    message: `${name}: ${policy} needs the change data feed, and the table has it off`,
    hint: `ALTER TABLE ${name} SET TBLPROPERTIES (delta.enableChangeDataFeed = true)`,
    ...source.locate(at),
  }
}

function rowsOf({ rows, counted: where }: { rows: number; counted: 'table' | 'sample' }): string {
  return where === 'table' ? counted(rows, 'row') : `${decimal(rows, 0)} of the sampled rows`
}
