import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileError, GENERATOR, isMissing, writeFileAtomic } from '@lakebase/cli-kit'
import * as v from 'valibot'

/** Beside the workload: what was measured, so that a second run asks nobody. */
export const LOCK_FILE = 'lakebase.lock.json'

const bytes = v.pipe(v.number(), v.minValue(0))
const counted = v.picklist(['table', 'sample'])

const lockedTable = v.object({
  /** What was asked: a table asked for otherwise is measured again. */
  asked: v.object({
    host: v.string(),
    primaryKeys: v.array(v.string()),
    indexes: v.array(v.object({ columns: v.array(v.string()), unique: v.boolean() })),
    scan: v.boolean(),
  }),
  measuredAt: v.string(),
  lastModified: v.optional(v.string()),
  changeDataFeed: v.optional(v.boolean()),
  size: v.object({
    rows: bytes,
    heapBytes: bytes,
    toastBytes: bytes,
    indexBytes: bytes,
    totalBytes: bytes,
    lowBytes: bytes,
    highBytes: bytes,
    why: v.string(),
  }),
  problems: v.array(
    v.variant('kind', [
      v.object({ kind: v.literal('unsupported type'), column: v.string(), type: v.string() }),
      v.object({ kind: v.literal('missing key column'), column: v.string() }),
      v.object({ kind: v.literal('null keys'), rows: v.number(), counted }),
      v.object({ kind: v.literal('duplicate keys'), rows: v.number(), counted }),
      v.object({ kind: v.literal('0x00 bytes'), rows: v.number(), counted }),
      v.object({ kind: v.literal('key too long'), index: v.string(), share: v.number() }),
    ]),
  ),
})

const lock = v.object({
  generator: v.literal(GENERATOR),
  lockVersion: v.literal(1),
  tables: v.record(v.string(), lockedTable),
})

export type LockedTable = v.InferOutput<typeof lockedTable>
export type LockedProblem = LockedTable['problems'][number]
export type LockedTables = ReadonlyMap<string, LockedTable>

/** @throws CliError when the file is there and is not ours or damaged: it is never replaced in silence */
export function readLock(path: string): LockedTables {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return new Map()
    throw lockError(path, error instanceof Error ? error.message : String(error), error)
  }
  try {
    return new Map(Object.entries(v.parse(lock, JSON.parse(text)).tables))
  } catch (error) {
    const why = v.isValiError(error)
      ? `${v.getDotPath(error.issues[0]) ?? 'the document'}: ${error.issues[0].message}`
      : String(error)
    throw lockError(path, why, error)
  }
}

/** Whole or not at all, the tables by name, so that a diff shows what changed. */
export function writeLock(path: string, tables: LockedTables): void {
  const sorted = [...tables].sort(([one], [other]) => (one < other ? -1 : 1))
  const document = { generator: GENERATOR, lockVersion: 1, tables: Object.fromEntries(sorted) }
  writeFileAtomic(path, `${JSON.stringify(document, null, 2)}\n`)
}

function lockError(path: string, why: string, cause: unknown) {
  return fileError(
    'LB056',
    `${basename(path)} cannot be used: ${why}`,
    `move ${path} away to measure again, or say --no-measure to leave it aside`,
    cause,
  )
}
