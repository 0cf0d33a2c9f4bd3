import behaviour from '../data/change-behaviour.json' with { type: 'json' }
import { type SyncedTable, syncedTablesOf } from '../lint/synced-table.js'
import { isTrue, valueAt } from '../read/bundle-value.js'
import { resourceId } from '../read/resource-id.js'
import type { Resource, TargetView } from '../read/target-view.js'
import type { ChangeAction, FieldChange, ResourceChange, Resync, SyncFacts } from './bundle-diff.js'
import { contentsOf } from './contents.js'
import { BEHAVIOUR, fieldChanges } from './field-changes.js'
import { followReferences } from './follow-references.js'
import { pairResources, type ResourcePair } from './pair-resources.js'
import type { TableStatements } from './table-statements.js'

/** What the comparison of one target has to go by. */
export interface DiffInput {
  readonly before: TargetView
  readonly after: TargetView
  readonly statementsBefore: TableStatements
  readonly statementsAfter: TableStatements
  /** By source table. */
  readonly facts: ReadonlyMap<string, SyncFacts>
}

/** The changes of one target; what stays as it is, is left out. */
export function diffTarget(input: DiffInput): readonly ResourceChange[] {
  const changed = changedPairs(input)
  const removed = changed.flatMap(({ before, action }) => (before && removes(action) ? before : []))
  const going = new Set(removed)
  const synced = new Map(
    [input.before, input.after].flatMap(syncedTablesOf).map((one) => [one.resource, one]),
  )
  return changed.map((one) => {
    const { before, action } = one
    if (before === undefined || !removes(action))
      return { ...base(one), ...resync(one, [], input, synced) }
    const swept = contentsOf(before, input.before).filter((inner) => !going.has(inner))
    const table = synced.get(before)
    return {
      ...base(one),
      asks: asks(before.type),
      prevented: one.after !== undefined && isPrevented(before),
      takesWith: swept.map(({ type, key }) => `${type}.${key}`),
      byHand: table ? dropStatements(table) : [],
      lost: table ? lostStatements(table, input, action) : [],
      ...resync(one, swept, input, synced),
    }
  })
}

function changedPairs(input: DiffInput): readonly Changed[] {
  const pairs = pairResources(input.before, input.after).map((pair) => {
    const fields = pair.before && pair.after ? changedFields(pair.before, pair.after) : []
    return { pair, fields, action: actionOf(pair, fields) }
  })
  const following = followReferences(
    pairs.flatMap(({ pair, action }) =>
      pair.before && pair.after ? { resource: pair.after, isRecreated: action === 'recreate' } : [],
    ),
  )
  return pairs.flatMap(({ pair, fields: own }): readonly Changed[] => {
    const shown = pair.after ?? pair.before
    const paths = new Set(own.map(({ path }) => path))
    const more = (pair.after && following.get(pair.after)) ?? []
    const fields = [...own, ...more.filter(({ path }) => !paths.has(path))]
    const action = actionOf(pair, fields)
    return action === undefined || shown === undefined ? [] : [{ ...pair, shown, fields, action }]
  })
}

interface Changed extends ResourcePair {
  /** The resource after, or before when it goes. */
  readonly shown: Resource
  readonly fields: readonly FieldChange[]
  readonly action: ChangeAction
}

/** A change that deletes nothing. */
function base({ shown, before, renamed, fields, action }: Changed): ResourceChange {
  const id = resourceId(shown.type, shown.value)
  return {
    type: shown.type,
    key: shown.key,
    ...(id !== undefined && { id }),
    action,
    ...(renamed && before && { renamedFrom: before.key }),
    fields,
    asks: false,
    prevented: false,
    takesWith: [],
    byHand: [],
    lost: [],
  }
}

/** The tables that are copied again as a whole: the one made (anew), and those that went with their branch. */
function resync(
  { after, action }: Changed,
  swept: readonly Resource[],
  { facts }: DiffInput,
  synced: ReadonlyMap<Resource, SyncedTable>,
): { readonly resync?: Resync } {
  if (action !== 'recreate' && action !== 'create') return {}
  const tables = [...(after ? [after] : []), ...swept].flatMap((one) => synced.get(one) ?? [])
  return tables.length === 0 ? {} : { resync: resyncOf(tables, facts) }
}

function changedFields(before: Resource, after: Resource): readonly FieldChange[] {
  return fieldChanges(after.type, before.value, after.value)
}

function actionOf(
  { before, after, renamed }: ResourcePair,
  fields: readonly FieldChange[],
): ChangeAction | undefined {
  if (before === undefined) return 'create'
  if (after === undefined) return 'delete'
  if (renamed || fields.some(({ recreates }) => recreates)) return 'recreate'
  if (fields.length === 0) return undefined
  return BEHAVIOUR.has(after.type) ? 'inPlace' : 'changed'
}

function removes(action: ChangeAction): boolean {
  return action === 'recreate' || action === 'delete'
}

function asks(type: string): boolean {
  return BEHAVIOUR.get(type)?.asks ?? behaviour.askedWhenDeleted.includes(type)
}

function isPrevented(resource: Resource | undefined): boolean {
  return isTrue(valueAt(resource?.value, 'lifecycle', 'prevent_destroy'))
}

function resyncOf(tables: readonly SyncedTable[], facts: ReadonlyMap<string, SyncFacts>): Resync {
  const known = tables.map(({ source }) => facts.get(source ?? ''))
  const rows = sum(known.map((one) => one?.rows))
  const usd = sum(known.map((one) => one?.usd))
  return {
    tables: tables.length,
    ...(rows !== undefined && { rows }),
    ...(usd !== undefined && { usd }),
  }
}

/** Undefined as soon as one is: a part would look like the whole. */
function sum(values: readonly (number | undefined)[]): number | undefined {
  let total = 0
  for (const value of values) {
    if (value === undefined) return undefined
    total += value
  }
  return total
}

/** Deleting a synced table leaves its table in Postgres, which stands in the way of the next one. */
function dropStatements({ nameParts }: SyncedTable): readonly string[] {
  if (nameParts === undefined) return []
  const [, schema, table] = nameParts
  return [`DROP TABLE IF EXISTS ${quoted(schema)}.${quoted(table)};`]
}

/** Unity Catalog keeps names in lower case, and Postgres gets them so. */
function quoted(name: string): string {
  return `"${name.toLowerCase().replaceAll('"', '""')}"`
}

function lostStatements(
  { nameParts }: SyncedTable,
  { statementsBefore, statementsAfter }: DiffInput,
  action: ChangeAction,
) {
  if (nameParts === undefined) return []
  const name = `${nameParts[1]}.${nameParts[2]}`.toLowerCase()
  const after = new Set(action === 'recreate' ? statementsAfter.get(name) : [])
  return (statementsBefore.get(name) ?? []).map((sql) => ({ sql, replayed: after.has(sql) }))
}
