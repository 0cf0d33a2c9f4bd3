import { byteSize, decimal } from '@lakebase/cli-kit'
import type { Finding, PlainTable, SyncedTable, Workload, YamlSource } from '@lakebase/config'
import type { KnownSize, KnownSizes } from './known-size.js'

/** Beyond this factor the file is taken to be wrong. */
const GAP = 2

/** What the file states and what was found out differ too much to be both right. */
export function sizeGapFindings(
  workload: Workload,
  sizes: KnownSizes,
  source: YamlSource,
): readonly Finding[] {
  return [...workload.sync.tables, ...workload.tables].flatMap((table) => {
    const size = sizes.get(table.name)
    return size ? [...sizeGap(table, size, source), ...rowsGap(table, size, source)] : []
  })
}

/** A size is compared with the nearest end of the range: a wide range must not accuse anybody. */
function sizeGap(
  { name, sizeGb, at }: SyncedTable | PlainTable,
  { lowBytes, highBytes, totalBytes, source: from }: KnownSize,
  source: YamlSource,
): readonly Finding[] {
  if (sizeGb === undefined) return []
  const stated = sizeGb * 1e9
  const possible = Math.min(Math.max(stated, lowBytes), highBytes)
  if (!differ(stated, possible)) return []
  const found = from === 'measured' ? 'measured' : 'predicted from its columns'
  return [
    {
      ruleId: 'LB031',
      level: 'warn',
      message: `${name}: size_gb says ${byteSize(stated)}, ${found} are ${byteSize(totalBytes)} (${byteSize(lowBytes)} to ${byteSize(highBytes)})`,
      hint: `write size_gb: ${Number((totalBytes / 1e9).toPrecision(3))}, or leave it out; the estimate uses ${byteSize(totalBytes)}`,
      ...source.locate([...at, 'size_gb']),
    },
  ]
}

function rowsGap(
  { name, rows, at }: SyncedTable | PlainTable,
  size: KnownSize,
  source: YamlSource,
): readonly Finding[] {
  if (rows === undefined || !differ(rows, size.rows)) return []
  return [
    {
      ruleId: 'LB031',
      level: 'warn',
      message: `${name}: rows says ${decimal(rows, 0)}, the table has ${decimal(size.rows, 0)}`,
      hint: 'correct rows, or leave it out',
      ...source.locate([...at, 'rows']),
    },
  ]
}

function differ(one: number, other: number): boolean {
  return Math.max(one, other) > GAP * Math.min(one, other)
}
