import type { TableSize } from '../src/storage/table-size.js'
import type { ActualSize } from './actual-size.js'

/** A table with what was predicted of it and what it takes. */
export interface Comparison {
  readonly name: string
  readonly rows: number
  readonly indexNames: readonly string[]
  readonly actual: ActualSize
  readonly sample: TableSize
  readonly statistics: TableSize
  readonly ddl: TableSize
  readonly oldBytes: number
  /** Of the indexes filled by inserts in random order, where that was tried. */
  readonly inserted?: readonly number[]
}

const KINDS = ['sample', 'statistics', 'ddl'] as const

/** Predicted and actual bytes of each relation, and the error of each prediction in percent. */
export function comparisonLines(comparison: Comparison): readonly string[] {
  const { name, rows, actual, oldBytes } = comparison
  const sizes = KINDS.map((kind) => comparison[kind])
  const relation = (label: string, bytes: number, predicted: (size: TableSize) => number) =>
    line(label, bytes, sizes.map(predicted))
  return [
    `${name}, ${rows.toLocaleString('en-US')} rows`,
    relation('heap', actual.heapBytes, (size) => size.heapBytes),
    ...(actual.toastHeapBytes > 0
      ? [relation('toast', actual.toastHeapBytes, (size) => size.toastHeapBytes)]
      : []),
    ...(actual.toastIndexBytes > 0
      ? [relation('toast index', actual.toastIndexBytes, (size) => size.toastIndexBytes)]
      : []),
    ...comparison.indexNames.map((index, at) =>
      relation(index, actual.indexBytes[at] ?? 0, (size) => size.indexes[at]?.bytes ?? 0),
    ),
    relation('total', actual.totalBytes, (size) => size.totalBytes),
    `${label('  in its range')}${cell('')}${sizes.map((size) => cell(inRange(size, actual.totalBytes)) + cell('')).join('')}`,
    line('old formula', actual.totalBytes, [oldBytes]),
    ...insertedLines(comparison),
    '',
  ]
}

export const HEADER = `${label('bytes')}${cell('actual')}${['sample', 'statistics', 'ddl'].map((kind) => cell(kind) + cell('error')).join('')}`

/** `sample: median 0.1 % worst 0.8 % | …`, of the totals. */
export function summaryLine(comparisons: readonly Comparison[]): string {
  const parts = KINDS.map((kind) =>
    summary(
      kind === 'statistics' ? 'stats' : kind,
      comparisons.map((one) => error(one[kind].totalBytes, one.actual.totalBytes)),
    ),
  )
  const old = comparisons.map((one) => error(one.oldBytes, one.actual.totalBytes))
  return [...parts, summary('old', old)].join(' | ')
}

/** How often the truth lay in the range told: of totals, and of indexes that inserts in random order grew. */
export function rangeLine(comparisons: readonly Comparison[]): string {
  const totals = KINDS.map((kind) => {
    const hits = comparisons.filter((one) => isInRange(one[kind], one.actual.totalBytes))
    return `${kind === 'statistics' ? 'stats' : kind} ${hits.length} of ${comparisons.length}`
  })
  const grown = comparisons.flatMap(({ inserted = [], sample }) =>
    inserted.map((bytes, at) => {
      const size = sample.indexes[at]
      return size !== undefined && isInRange(size, bytes)
    }),
  )
  return `in range: ${totals.join(' | ')} | grown indexes ${grown.filter(Boolean).length} of ${grown.length}`
}

function isInRange(
  { lowBytes, highBytes }: { readonly lowBytes: number; readonly highBytes: number },
  bytes: number,
): boolean {
  return bytes >= lowBytes && bytes <= highBytes
}

function insertedLines({ inserted, indexNames, sample }: Comparison): readonly string[] {
  if (!inserted) return []
  return inserted.map((bytes, at) => {
    const { lowBytes = 0, highBytes = 0 } = sample.indexes[at] ?? {}
    const verdict = isInRange({ lowBytes, highBytes }, bytes) ? 'in' : 'OUT OF'
    const range = `${whole(lowBytes)} to ${whole(highBytes)}`
    return `${label(`  ${indexNames[at]}, by inserts`)}${cell(whole(bytes))}  ${verdict} ${range}`
  })
}

function line(name: string, actual: number, predicted: readonly number[]): string {
  const cells = predicted.map((bytes) => cell(whole(bytes)) + cell(percent(error(bytes, actual))))
  return `${label(`  ${name}`)}${cell(whole(actual))}${cells.join('')}`
}

function inRange(size: TableSize, actual: number): string {
  return isInRange(size, actual) ? 'yes' : 'NO'
}

function summary(kind: string, errors: readonly number[]): string {
  const sorted = errors.map(Math.abs).sort((one, other) => one - other)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN
  const worst = sorted.at(-1) ?? Number.NaN
  return `${kind}: median ${((lower + upper) / 2).toFixed(2)} % worst ${worst.toFixed(2)} %`
}

/** In percent; of nothing predicted as nothing it is 0. */
function error(predicted: number, actual: number): number {
  return predicted === actual ? 0 : 100 * (predicted / actual - 1)
}

function percent(value: number): string {
  return `${value >= 0 ? '+' : ''}${value.toFixed(2)} %`
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-US')
}

function label(text: string): string {
  return text.padEnd(46)
}

function cell(text: string): string {
  return text.padStart(15)
}
