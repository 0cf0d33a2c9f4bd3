import { Histogram } from '@lakebase/loadtest'
import { logNormal, seeded } from './random.js'

const WARM_UP = 10
const SECONDS = 70
/** The second in which the database stands still, and for how long. */
const STALL_SECOND = 41
const STALL_US = 870_000
const CONNECTIONS = 32

const SCRIPTS = [
  { upTo: 0.7, medianUs: 240, failing: 0 },
  { upTo: 0.95, medianUs: 1350, failing: 0 },
  { upTo: 1, medianUs: 900, failing: 0.004 },
] as const

interface SimulatedScript {
  /** From when it was due. */
  readonly response: Histogram
  /** From the sending. */
  readonly service: Histogram
  failed: number
}

interface SimulatedSecond {
  readonly second: number
  readonly due: number
  failed: number
  readonly histogram: Histogram
}

interface SimulatedRun {
  readonly scripts: readonly SimulatedScript[]
  readonly seconds: readonly SimulatedSecond[]
}

/** A run of 70 s, of which 60 count, with a stall of 0.87 s in the middle and a few failures. */
export function simulate(rate: number): SimulatedRun {
  const random = seeded(7)
  const scripts = SCRIPTS.map(() => ({
    response: new Histogram(),
    service: new Histogram(),
    failed: 0,
  }))
  const seconds = Array.from({ length: SECONDS }, (_, second) => {
    const ramp = 200 + (rate - 200) * ((second + 0.5) / WARM_UP)
    const due = Math.round(second < WARM_UP ? ramp : rate * (0.97 + 0.06 * random()))
    const point = { second, due, failed: 0, histogram: new Histogram() }
    for (let index = 0; index < due; index++) arrive(point, index, scripts, random)
    return point
  })
  return { scripts, seconds }
}

function arrive(
  point: SimulatedSecond,
  index: number,
  scripts: readonly SimulatedScript[],
  random: () => number,
): void {
  const drawn = random()
  const which = SCRIPTS.findIndex(({ upTo }) => drawn < upTo)
  const script = point.second < WARM_UP ? undefined : scripts[which]
  const { medianUs, failing } = SCRIPTS[which] ?? SCRIPTS[0]
  if (random() < failing) {
    point.failed++
    if (script) script.failed++
    return
  }
  const service = logNormal(random, medianUs, 0.55) + 60
  const stalled = point.second === STALL_SECOND
  const wait = stalled ? Math.max(0, STALL_US - (index / point.due) * 1e6) : 0
  point.histogram.record(wait + service)
  script?.response.record(wait + service)
  // Only those that had a connection were sent before the stall ended.
  script?.service.record(index < CONNECTIONS ? wait + service : service)
}
