import { GENERATOR } from '@lakebase/cli-kit'
import { stringify } from 'yaml'
import type { Draft, DraftColumn, DraftTable, Known } from './draft.js'

const SCHEMA =
  'https://raw.githubusercontent.com/lakebase-accelerator/lakebase-accelerator/main/packages/config/workload.schema.json'

/** A workload file that says what is known, and asks in comments for what is not. */
export function renderDraft(draft: Draft): string {
  const synced = draft.tables.filter(({ name }) => name.split('.').length === 3)
  const plain = draft.tables.filter(({ name }) => name.split('.').length !== 3)
  return [
    `# yaml-language-server: $schema=${SCHEMA}`,
    `# Written by ${GENERATOR}. What a line in comments asks for makes the estimate better; nothing is guessed.`,
    'version: 1',
    `name: ${scalar(draft.name)}`,
    '',
    'target:',
    line('cloud', draft.cloud, 'aws, azure or gcp'),
    line('region', draft.region, "the cloud's own name, such as us-east-1"),
    line('tier', undefined, 'PREMIUM or ENTERPRISE'),
    '',
    '# The load at its peak.',
    ...draft.notes.map((note) => `# ${oneLine(note)}`),
    'database_instance:',
    ...LOAD.map(([key, meaning]) => known(key, draft.load[key], meaning)),
    ...(draft.load.data_stored_gb === undefined
      ? []
      : ['', 'database_storage:', known('data_stored_gb', draft.load.data_stored_gb, '')]),
    ...(synced.length === 0 ? [] : ['', ...syncedLines(synced)]),
    ...(plain.length === 0
      ? []
      : ['', '# Tables of Postgres itself.', 'tables:', ...plain.flatMap(tableLines)]),
    '',
  ].join('\n')
}

const LOAD = [
  ['reads_per_second', 'queries a second that read'],
  ['continuous_writes_per_second', 'rows a second that the application writes'],
  ['bulk_writes_per_second', 'rows a second of first loads and snapshots'],
  ['connections', 'open at the peak, all pools together'],
  ['hot_set_gb', 'data that the queries touch all the time'],
] as const

function known(key: string, fact: Known | undefined, meaning: string): string {
  const from = fact?.from === undefined ? '' : ` # ${oneLine(fact.from)}`
  return `${line(key, fact?.value, meaning)}${from}`
}

function line(key: string, value: string | number | undefined, meaning: string): string {
  if (value !== undefined) return `  ${key}: ${scalar(value)}`
  return `  # ${`${key}:`.padEnd(30)} ${meaning}`
}

function syncedLines(tables: readonly DraftTable[]): readonly string[] {
  return [
    'delta_synchronization:',
    '  # Of tables that say none of their own: Per day, PT30M, or a cron line.',
    '  sync_frequency: Per day',
    '  tables_to_sync:',
    ...tables.flatMap((table) => [
      ...tableLines(table),
      ...(table.source === undefined ? [] : [`      source: ${table.source}`]),
      ...(table.changeDataFeed === undefined
        ? []
        : [`      change_data_feed: ${table.changeDataFeed}`]),
      '      # A whole copy each time always works; TRIGGERED and CONTINUOUS copy changes and need the change data feed.',
      '      scheduling_policy: SNAPSHOT',
    ]),
  ]
}

function tableLines(table: DraftTable): readonly string[] {
  const { name, primaryKeys, rows, sizeGb, columns, indexes = [], notes = [] } = table
  return [
    `    - name: ${scalar(name)}`,
    ...notes.map((note) => `      # ${oneLine(note)}`),
    primaryKeys.length === 0
      ? '      # primary_keys: [] is needed; the source declares none'
      : `      primary_keys: ${flow(primaryKeys)}`,
    rows === undefined ? '      # rows:' : `      rows: ${rows}`,
    ...(sizeGb === undefined ? [] : [`      size_gb: ${sizeGb}`]),
    ...(columns.length === 0 ? [] : ['      columns:', ...columns.map(columnLine)]),
    ...(indexes.length === 0
      ? []
      : ['      indexes:', ...indexes.map((index) => `        - ${flow(index)}`)]),
  ]
}

function columnLine({ name, type, nullable, ...statistics }: DraftColumn): string {
  return `        - ${flow({ name, type, ...(nullable !== undefined && { nullable }), ...statistics })}`
}

/** A name of a file or a metric may hold anything; in a comment it must not end the line. */
function oneLine(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]+/g, ' ')
}

function scalar(value: string | number): string {
  return stringify(value, { lineWidth: 0 }).trimEnd()
}

/** On one line, as `{ name: id, type: BIGINT }`. */
function flow(value: object): string {
  return stringify(value, {
    collectionStyle: 'flow',
    lineWidth: 0,
    flowCollectionPadding: false,
  }).trimEnd()
}
