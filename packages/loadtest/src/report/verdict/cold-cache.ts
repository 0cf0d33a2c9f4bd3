import type { RunFigures } from '../assess.js'
import type { Verdict } from '../run-report.js'
import { BLOCKS_OF_A_CATALOG, HUNDREDTH } from './thresholds.js'
import { figures, percent } from './words.js'

/** LT109: the figures are of the storage as much as of the database. */
export function coldCache({ server, total }: RunFigures): readonly Verdict[] {
  if (server?.cacheHit === undefined || 1 - server.cacheHit < HUNDREDTH) return []
  if (server.blocksRead < BLOCKS_OF_A_CATALOG) return []
  const each =
    server.commits > 0 ? `, ${figures(server.blocksRead / server.commits)} a transaction` : ''
  return [
    {
      ruleId: 'LT109',
      level: 'warn',
      message: `${percent(1 - server.cacheHit)} of the blocks were not in shared buffers${each}: p99 (${figures(total.response.p99 / 1000)} ms) has reads from storage in it`,
      hint: 'if production is warm, warm up longer and see whether this falls; if it does not, the hot data is larger than the cache, and this is how production will be',
    },
  ]
}
