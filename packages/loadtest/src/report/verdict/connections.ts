import type { RunFigures } from '../assess.js'
import type { Verdict } from '../run-report.js'
import { connectionsOf } from './share-of-load.js'
import { count, plural, time } from './words.js'

/** LT111, LT112: connections that were lost, or could not be opened. */
export function connections(run: RunFigures): readonly Verdict[] {
  const { connecting, shards } = run
  const verdicts: Verdict[] = []
  const again = connecting.opened - connectionsOf(run)
  if (again > 0)
    verdicts.push({
      ruleId: 'LT111',
      level: 'warn',
      message: `${plural(again, 'connection')} had to be opened again (${time(connecting.time.p50)} each at the median, outside of the figures)`,
      hint: 'something closes them: a time-out of the server or of a proxy, a restart, an aged password. Applications would see the same',
    })
  const [first] = connecting.errors
  if (connecting.failed > 0 && first)
    verdicts.push({
      ruleId: 'LT112',
      level: connecting.opened === 0 ? 'error' : 'warn',
      message: `${plural(connecting.failed, 'connection')} could not be opened${shards > 1 ? ' on one shard or another' : ''}; most often ${first.code}: ${first.message} (${count(first.count)})`,
      hint: 'for 53300 lower `connections`, or use the pooler; for 28P01 and 28000 see the credentials',
    })
  return verdicts
}
