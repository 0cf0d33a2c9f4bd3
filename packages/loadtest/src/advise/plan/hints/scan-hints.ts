import type { AdviceFinding } from '../../advice.js'
import { count, megabytes } from '../../live/format.js'
import { allNodes, type HintInput, rowsOf, tableOf } from './hint-input.js'

const LARGE_BYTES = 8 * 1024 ** 2
const FEW = 0.05
/** Rows thrown away for each that is kept. */
const WASTEFUL = 10

/** A large table read from end to end for a few of its rows. */
export function sequentialScans(input: HintInput): readonly AdviceFinding[] {
  return allNodes(input.plan).flatMap((node) => {
    const table = tableOf(input, node)
    if (node.type !== 'Seq Scan' || !table || table.bytes < LARGE_BYTES) return []
    if (rowsOf(node) > table.rows * FEW) return []
    const remains = allNodes(input.after).some(
      (one) => one.type === 'Seq Scan' && one.alias === node.alias,
    )
    return [
      {
        ruleId: 'LT231',
        level: remains ? 'warn' : 'note',
        message: `reads all ${count(table.rows)} rows of ${table.name} (${megabytes(table.bytes)}) to keep ${count(rowsOf(node))}`,
        hint: remains
          ? `no index that was tried helps with ${node.filter ?? 'this'}`
          : 'a proposal ends it',
      },
    ]
  })
}

/** An index that finds many rows of which a filter keeps few. */
export function wastefulFilters({ plan }: HintInput): readonly AdviceFinding[] {
  return allNodes(plan).flatMap((node) => {
    const removed = node.rowsRemoved ?? 0
    const kept = node.actualRows ?? 0
    if (!/Index|Bitmap/.test(node.type) || removed < 1_000 || removed < kept * WASTEFUL) return []
    return [
      {
        ruleId: 'LT235',
        level: 'warn',
        message: `${node.index ?? node.type} finds ${count(removed + kept)} rows of ${node.relation ?? 'a table'}, and the filter ${node.filter ?? ''} throws away ${count(removed)}`,
        hint: 'put the filter’s column into the index',
      },
    ]
  })
}

/** A bitmap that did not fit remembers pages instead of rows. */
export function lossyBitmaps({ plan }: HintInput): readonly AdviceFinding[] {
  return allNodes(plan).flatMap((node) =>
    (node.lossyBlocks ?? 0) === 0
      ? []
      : [
          {
            ruleId: 'LT234',
            level: 'warn',
            message: `the bitmap of ${node.relation ?? 'a table'} did not fit into work_mem: ${count(node.lossyBlocks ?? 0)} pages are read row by row`,
            hint: 'more work_mem for this query: SET LOCAL work_mem',
          },
        ],
  )
}
