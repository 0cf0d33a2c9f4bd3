import type { Place } from '../test/open-gateway.js'
import type { Result } from './result.js'
import type { Scene } from './scenarios/scene.js'
import type { Tally } from './work/tally.js'

type Recovery = Pick<Result, 'downConnects' | 'downMints' | 'meanRecoverMs' | 'recoverMs'>

/** How soon work went on after each outage, and what the client asked for in the busiest second of one. */
export function recovery({ outages, place }: Scene, { firstSuccessAfter }: Tally): Recovery {
  const waits = outages
    .map(({ endMs }) => firstSuccessAfter(endMs))
    .filter((ms) => ms !== undefined)
  const sum = waits.reduce((total, ms) => total + ms, 0)
  const { connects, mints } = busiest(place, outages)
  return {
    recoverMs: Math.max(-1, ...waits),
    meanRecoverMs: waits.length === 0 ? -1 : Math.round(sum / waits.length),
    downConnects: connects,
    downMints: mints,
  }
}

export function busiest({ gateway, mintsAtMs }: Place, outages: Scene['outages']) {
  const most = (times: readonly number[]) =>
    Math.max(0, ...outages.map((outage) => mostInOneSecond(times, outage)))
  return { connects: most(gateway.connectsAtMs), mints: most(mintsAtMs) }
}

/** Of moments in order, the most that lie within less than a second. */
function mostInOneSecond(
  times: readonly number[],
  { startMs, endMs }: Scene['outages'][number],
): number {
  const during = times.filter((at) => at >= startMs && at <= endMs)
  const counts = during.map((from) => during.filter((at) => at >= from && at < from + 1000).length)
  return Math.max(0, ...counts)
}
