import { checkShare } from './check-input.js'
import type { FittingSize } from './compute-sizing.js'

/**
 * CU in use in each hour of a day: what is wanted, held between the size's minimum and maximum.
 *
 * @param loadingShare Part of every hour in which bulk loads or sync runs want `loadingCu`, 0 to 1.
 * It is spread evenly over the day.
 * @throws SizingInputError on a share that is not 0 to 1
 */
export function hourlyUsage(size: FittingSize, loadingShare: number): readonly number[] {
  checkShare(loadingShare, 'loadingShare')
  return size.hourlyCu.map((steadyCu) => {
    const quiet = held(steadyCu, size)
    const loading = held(Math.max(steadyCu, size.loadingCu), size)
    return quiet * (1 - loadingShare) + loading * loadingShare
  })
}

function held(cu: number, { minCu, maxCu }: FittingSize): number {
  return Math.max(minCu, Math.min(maxCu, cu))
}
