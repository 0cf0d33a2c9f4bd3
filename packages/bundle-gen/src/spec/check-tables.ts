import limits from '../data/limits.json' with { type: 'json' }
import type { Finding } from '../finding.js'
import { targetName } from '../generate/table-keys.js'
import { POSTGRES_NAME_BYTES, SYNCED_NAME, utf8Bytes } from '../names/identifiers.js'
import { isObjectName, sourceParts } from '../names/source-name.js'
import type { BundleSpec, PipelineSpec, TableSpec } from './bundle-spec.js'
import { isLiteral, unless } from './check-names.js'

/** Each table, and all of them together. */
export function checkTables({ pipelines }: BundleSpec): readonly Finding[] {
  const tables = pipelines.flatMap((pipeline) => pipeline.tables)
  return [
    ...pipelines.flatMap(({ tables: members, policy }) =>
      members.flatMap((table) => checkTable(table, policy)),
    ),
    ...collisions(tables),
    ...crowdedSources(tables),
  ]
}

function checkTable(table: TableSpec, policy: PipelineSpec['policy']): readonly Finding[] {
  const { source, targetSchema, targetTable, primaryKeys, timeseriesKey } = table
  const parts = sourceParts(source)
  const columns = [...primaryKeys, ...(timeseriesKey === undefined ? [] : [timeseriesKey])]
  const repeated = primaryKeys.filter((key, index) => primaryKeys.indexOf(key) !== index)
  return [
    ...unless(parts?.every(isObjectName) === true && isLiteral(source), {
      ruleId: 'BG030',
      level: 'error',
      source,
      message: `${shown(source)} is no name of a table in Unity Catalog`,
      expected:
        'catalog.schema.table; a part has no dot, space, slash or control character, also not in back-ticks',
    }),
    ...[targetSchema, targetTable].flatMap((name) =>
      unless(SYNCED_NAME.test(name), {
        ruleId: 'BG031',
        level: 'error',
        source,
        message: `${shown(source)}: "${shown(name)}" cannot be a name in Postgres for a synced table`,
        expected: 'letters, digits and underscores',
        hint: 'give another one with target_schema or target_table',
      }),
    ),
    ...[targetSchema, targetTable].flatMap((name) =>
      unless(utf8Bytes(name) <= POSTGRES_NAME_BYTES, {
        ruleId: 'BG032',
        level: 'error',
        source,
        message: `${shown(source)}: "${name}" has ${utf8Bytes(name)} bytes, and Postgres cuts names at ${POSTGRES_NAME_BYTES}`,
        hint: 'give a shorter one with target_schema or target_table',
      }),
    ),
    ...unless(primaryKeys.length > 0, {
      ruleId: 'BG033',
      level: 'error',
      source,
      message: `${shown(source)} has no primary key, and a synced table needs one`,
      hint: 'primary_keys: [id]',
    }),
    ...unless(columns.every((name) => name !== '' && isLiteral(name)) && repeated.length === 0, {
      ruleId: 'BG034',
      level: 'error',
      source,
      message: `${shown(source)}: its key columns are empty, named twice, or would be read as a reference`,
    }),
    ...unless(timeseriesKey === undefined || !primaryKeys.includes(timeseriesKey), {
      ruleId: 'BG034',
      level: 'error',
      source,
      message: `${shown(source)}: the timeseries key ${timeseriesKey} is in the primary key`,
      why: 'it says which of several rows with one key is the latest',
    }),
    ...unless(policy === 'SNAPSHOT' || table.changeDataFeed !== false, {
      ruleId: 'BG035',
      level: 'error',
      source,
      message: `${shown(source)} is ${policy} and has no change data feed`,
      hint: 'ALTER TABLE … SET TBLPROPERTIES (delta.enableChangeDataFeed = true), or SNAPSHOT',
    }),
  ]
}

/** Unity Catalog does not tell `Orders` from `orders`. */
function collisions(tables: readonly TableSpec[]): readonly Finding[] {
  return [...grouped(tables, targetName)]
    .filter(([, group]) => group.length > 1)
    .map(([target, group]) => ({
      ruleId: 'BG036',
      level: 'error',
      source: group.at(-1)?.source ?? '',
      message: `${group.map(({ source }) => shown(source)).join(' and ')} would both be ${target}`,
      why: 'the second would overwrite the first',
      hint: 'give one of them another target_schema or target_table',
    }))
}

function crowdedSources(tables: readonly TableSpec[]): readonly Finding[] {
  const most = limits.syncedTablesPerSource.value
  return [
    ...grouped(tables, ({ source }) => (sourceParts(source) ?? [source]).join('.').toLowerCase()),
  ]
    .filter(([, group]) => group.length > most)
    .map(([source, group]) => ({
      ruleId: 'BG037',
      level: 'error',
      source: group.at(-1)?.source ?? source,
      message: `${shown(source)} has ${group.length} synced tables, and a source can have ${most}`,
    }))
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

function shown(text: string): string {
  return text.replace(/\p{Cc}/gu, '\u00b7')
}
