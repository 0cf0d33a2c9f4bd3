import { checkShare } from '../check-input.js'
import type { FittingSize } from './compute-sizing.js'

/**
 * CU in use in each hour of a day: what the steady load wants, held between the size's minimum and
 * maximum. A sync run writes as fast as the compute lets it, so while one writes the compute is at
 * its maximum, the size at which {@link estimateSyncRun} was asked how long it takes.
 *
 * @param writingShare Part of the time in which sync runs write, 0 to 1. It is spread evenly over the
 * day, because nothing is known of the hours at which they run.
 * @throws SizingInputError on a share that is not 0 to 1
 */
export function hourlyUsage(size: FittingSize, writingShare: number): readonly number[] {
  checkShare(writingShare, 'writingShare')
  const { minCu, maxCu } = size
  return size.hourlyCu.map((steadyCu) => {
    const steady = Math.max(minCu, Math.min(maxCu, steadyCu))
    return steady * (1 - writingShare) + maxCu * writingShare
  })
}
