import { isMap, isScalar, isSeq, type Pair, YAMLMap, type YAMLSeq } from 'yaml'
import { UPLOADED } from '../generate/keys.js'
import { KEEP, MARKER } from '../generate/marker.js'
import { hoistComment, refreshComment } from './comments.js'
import { isManaged, isResourceType } from './managed-keys.js'
import { isKept, isOurs, keyOf } from './marks.js'

/** What a regeneration did to one place of a file. */
export interface Change {
  readonly kind: 'added' | 'changed' | 'removed' | 'kept'
  /** `resources.jobs.sync_sales.schedule` */
  readonly path: string
  /** Why something of ours was not written. */
  readonly why?: string
}

type Path = readonly string[]

/** Puts our map into the one on disk; what is not ours stays. */
export function mergeMap(
  disk: YAMLMap<unknown, unknown>,
  ours: YAMLMap<unknown, unknown>,
  path: Path,
  changes: Change[],
): void {
  hoistComment(disk)
  removeStale(disk, ours, path, changes)
  ours.items.forEach((pair, index) => {
    const there = [...path, keyOf(pair)]
    const old = find(disk, keyOf(pair))
    if (old === undefined) insert(disk, pair, ours.items[index - 1], there, changes)
    else if (isResourceType(path) && !isOurs(old.value)) {
      changes.push({ kind: 'kept', path: there.join('.'), why: `it has no "# ${MARKER}"` })
    } else mergePair(old, pair, there, changes)
  })
}

function mergePair(
  old: Pair<unknown, unknown>,
  ours: Pair<unknown, unknown>,
  path: Path,
  changes: Change[],
): void {
  if (refreshComment(old, ours)) {
    changes.push({ kind: 'changed', path: `the comment above ${path.join('.')}` })
  }
  if (isKept(old)) {
    if (sameValue(old.value, ours.value)) return
    changes.push({ kind: 'kept', path: path.join('.'), why: `its line says "# ${KEEP}"` })
  } else if (isMap(old.value) && isMap(ours.value)) mergeMap(old.value, ours.value, path, changes)
  else if (isSeq(old.value) && isSeq(ours.value)) mergeList(old.value, ours.value, path, changes)
  else if (!sameValue(old.value, ours.value)) {
    changes.push({ kind: 'changed', path: path.join('.') })
    replaceValue(old, ours)
  }
}

/** The comment at the end of the line stays, unless ours tells of the new value. */
function replaceValue(old: Pair<unknown, unknown>, ours: Pair<unknown, unknown>): void {
  if (isScalar(old.value) && isScalar(ours.value)) {
    ours.value.comment ??= old.value.comment ?? null
  }
  old.value = ours.value
}

/** Lists to which users add: theirs stay behind ours. */
const SHARED_LISTS = ['include', 'sync.paths'] as const
const NAMES_OF_ITEMS = ['task_key', 'environment_key'] as const

function mergeList(
  disk: YAMLSeq<unknown>,
  ours: YAMLSeq<unknown>,
  path: Path,
  changes: Change[],
): void {
  const name = NAMES_OF_ITEMS.find((one) => ours.items.some((item) => isMap(item) && item.has(one)))
  if (name !== undefined) mergeNamed(disk, ours, name, path, changes)
  else if (SHARED_LISTS.some((one) => one === path.join('.'))) {
    const without = disk.items.filter(
      (old) => !isOurFolder(old) || ours.items.some((item) => sameValue(old, item)),
    )
    if (without.length < disk.items.length)
      changes.push({ kind: 'removed', path: `${path.join('.')} of ours` })
    disk.items = without
    const missing = ours.items.filter((item) => !disk.items.some((old) => sameValue(old, item)))
    for (const item of missing) disk.items.push(item)
    if (missing.length > 0) changes.push({ kind: 'changed', path: path.join('.') })
  } else if (!sameValue(disk, ours)) {
    disk.items = ours.items
    changes.push({ kind: 'changed', path: path.join('.') })
  }
}

/** Folders that we upload when there is SQL to run after a sync. */
function isOurFolder(item: unknown): boolean {
  return isScalar(item) && UPLOADED.some((folder) => folder === item.value)
}

function mergeNamed(
  disk: YAMLSeq<unknown>,
  ours: YAMLSeq<unknown>,
  name: string,
  path: Path,
  changes: Change[],
): void {
  const nameOf = (item: unknown) => (isMap(item) ? String(item.get(name)) : '')
  disk.items = disk.items.filter((item) => {
    const stale =
      isManaged(path, nameOf(item)) && !ours.items.some((one) => nameOf(one) === nameOf(item))
    if (stale) changes.push({ kind: 'removed', path: [...path, nameOf(item)].join('.') })
    return !stale
  })
  for (const [index, item] of ours.items.entries()) {
    const old = disk.items.find((one) => nameOf(one) === nameOf(item))
    const there = [...path, nameOf(item)]
    if (isMap(old) && isMap(item)) mergeMap(old, item, there, changes)
    else {
      // Behind the one before it, as a fresh bundle has it: a list has the same order whatever came before.
      const before = index === 0 ? -1 : indexOf(disk, nameOf, ours.items[index - 1])
      disk.items.splice(before + 1, 0, item)
      changes.push({ kind: 'added', path: there.join('.') })
    }
  }
}

function indexOf(
  list: YAMLSeq<unknown>,
  nameOf: (item: unknown) => string,
  wanted: unknown,
): number {
  return list.items.findIndex((one) => nameOf(one) === nameOf(wanted))
}

function removeStale(
  disk: YAMLMap<unknown, unknown>,
  ours: YAMLMap<unknown, unknown>,
  path: Path,
  changes: Change[],
): void {
  const isResources = isResourceType(path)
  const holdsResources = path.at(-1) === 'resources'
  disk.items = disk.items.filter((pair) => {
    if (ours.has(keyOf(pair)) || isKept(pair)) return true
    const { value } = pair
    if (isMap(value) && (holdsResources || keyOf(pair) === 'resources')) {
      const before = value.items.length
      removeStale(value, new YAMLMap(), [...path, keyOf(pair)], changes)
      return value.items.length > 0 || before === 0
    }
    const stale = isResources ? isOurs(pair.value) : isManaged(path, keyOf(pair))
    if (stale) changes.push({ kind: 'removed', path: [...path, keyOf(pair)].join('.') })
    return !stale
  })
}

function insert(
  disk: YAMLMap<unknown, unknown>,
  pair: Pair<unknown, unknown>,
  before: Pair<unknown, unknown> | undefined,
  path: Path,
  changes: Change[],
): void {
  const at = before === undefined ? -1 : disk.items.findIndex((one) => keyOf(one) === keyOf(before))
  disk.items.splice(before === undefined ? 0 : at === -1 ? disk.items.length : at + 1, 0, pair)
  changes.push({ kind: 'added', path: path.join('.') })
}

function find(map: YAMLMap<unknown, unknown>, key: string): Pair<unknown, unknown> | undefined {
  return map.items.find((pair) => keyOf(pair) === key)
}

function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b))
}

function plain(node: unknown): unknown {
  if (isScalar(node)) return node.value
  if (isSeq(node)) return node.items.map(plain)
  if (isMap(node)) return node.items.map((pair) => [keyOf(pair), plain(pair.value)])
  return node
}
