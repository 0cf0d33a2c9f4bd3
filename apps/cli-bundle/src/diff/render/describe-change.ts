import type { FieldChange, ResourceChange } from '@lakebase/bundle-gen'

/** What a deployment does, in words. */
export const ACTIONS = {
  create: 'create',
  inPlace: 'in place',
  recreate: 'delete and make anew',
  delete: 'delete',
  changed: 'change',
} as const

export function removes({ action }: ResourceChange): boolean {
  return action === 'recreate' || action === 'delete'
}

/** What follows from a change, a line each: `label: text`. */
export function consequences(change: ResourceChange): readonly (readonly [string, string])[] {
  const { action, renamedFrom, prevented, takesWith, resync, byHand, lost } = change
  return [
    ...(renamedFrom === undefined
      ? []
      : [['key', `"${renamedFrom}" before; bind the new key to keep it`] as const]),
    ...(removes(change) ? [['asks', asksText(change)] as const] : []),
    ...(prevented ? [['stopped', 'by lifecycle.prevent_destroy'] as const] : []),
    ...(takesWith.length > 0 ? [['takes with it', takesWith.join(', ')] as const] : []),
    ...(resync === undefined ? [] : [['sync', resyncText(resync)] as const]),
    ...byHand.map((sql) => [`by hand ${action === 'delete' ? 'after' : 'before'}`, sql] as const),
    ...lost.map(({ sql, replayed }) => [replayed ? 'lost until post_sync' : 'lost', sql] as const),
  ]
}

function asksText({ asks }: ResourceChange): string {
  return asks
    ? 'yes; without a terminal it needs --auto-approve'
    : 'no: the CLI deletes it without a word'
}

function resyncText({ tables, rows, usd }: NonNullable<ResourceChange['resync']>): string {
  const copied = `${tables === 1 ? 'one table' : `${tables} tables`} copied as a whole`
  const size =
    rows === undefined ? 'rows not known' : `${Math.round(rows).toLocaleString('en-US')} rows`
  const price =
    usd === undefined ? 'price not known' : `about $${usd.toFixed(2)} of pipeline at list`
  return `${copied}, ${size}, ${price}`
}

/** `autoscaling_limit_max_cu  16 -> 8` */
export function fieldText({ path, before, after, follows }: FieldChange): string {
  if (follows !== undefined) return `${path}: another value, as ${follows} is made anew`
  return `${path}: ${valueText(before)} -> ${valueText(after)}`
}

function valueText(value: unknown): string {
  if (value === undefined) return '(not set)'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
