import type { AdviceFinding } from '../../advice.js'
import { count, megabytes } from '../../live/format.js'
import { allNodes, type HintInput } from './hint-input.js'

/** Sorts and hashes that go to disk, or by their estimates will. */
export function spills({ plan, catalog }: HintInput): readonly AdviceFinding[] {
  const { workMem } = catalog.server
  return allNodes(plan).flatMap((node): readonly AdviceFinding[] => {
    if (node.sortSpace === 'Disk') {
      return [
        spill(
          `the sort by ${node.sortKey?.join(', ') ?? '?'} wrote ${megabytes((node.sortSpaceKb ?? 0) * 1024)} to disk`,
          workMem,
        ),
      ]
    }
    if ((node.hashBatches ?? 1) > 1) {
      return [
        spill(
          `the hash did not fit into memory and went to disk in ${count(node.hashBatches ?? 0)} parts`,
          workMem,
        ),
      ]
    }
    const bytes = node.rows * node.width
    if (node.type !== 'Sort' || node.actualRows !== undefined || bytes <= workMem) return []
    return [
      {
        ...spill(
          `the sort by ${node.sortKey?.join(', ') ?? '?'} will write about ${megabytes(bytes)} to disk`,
          workMem,
        ),
        level: 'note',
      },
    ]
  })
}

function spill(what: string, workMem: number): AdviceFinding {
  return {
    ruleId: 'LT232',
    level: 'warn',
    message: `${what}: work_mem is ${megabytes(workMem)}`,
    hint: 'more work_mem for this query (each sort and hash of each connection may take as much), or an index in the order that is wanted',
  }
}

/** Compilation pays for queries of seconds. */
const SHORT_MS = 500

export function slowCompilation({ plan }: HintInput): readonly AdviceFinding[] {
  const { jitMs = 0, executionMs = 0 } = plan
  if (jitMs < executionMs * 0.2 || executionMs > SHORT_MS || jitMs === 0) return []
  return [
    {
      ruleId: 'LT236',
      level: 'warn',
      message: `compiling (JIT) took ${jitMs.toFixed(0)} of ${executionMs.toFixed(0)} ms`,
      hint: 'SET jit = off for this application, or raise jit_above_cost',
    },
  ]
}
