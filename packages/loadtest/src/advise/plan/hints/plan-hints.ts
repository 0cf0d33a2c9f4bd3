import type { AdviceFinding } from '../../advice.js'
import { wrongEstimates } from './estimate-hints.js'
import { defeatedIndexes } from './filter-hints.js'
import type { HintInput } from './hint-input.js'
import { slowCompilation, spills } from './memory-hints.js'
import { lossyBitmaps, sequentialScans, wastefulFilters } from './scan-hints.js'
import { innerPatterns, unknownTables } from './text-hints.js'

const RULES = [
  sequentialScans,
  defeatedIndexes,
  wastefulFilters,
  wrongEstimates,
  spills,
  lossyBitmaps,
  slowCompilation,
  innerPatterns,
  unknownTables,
]

/** What a plan tells, in the words of a person. */
export function planHints(input: HintInput): readonly AdviceFinding[] {
  const found = new Map<string, AdviceFinding>()
  for (const hint of RULES.flatMap((rule) => rule(input))) found.set(hint.message, hint)
  return [...found.values()]
}
