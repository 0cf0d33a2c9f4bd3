import type { Random } from './random.js'

/** Puts a generator at the start of one arrival's numbers. */
export type SeedArrival = (random: Random, arrival: number) => void

const GOLDEN = 0x9e3779b9
/** Odd, so that multiplying by them loses nothing. */
const STEPS = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f] as const

/**
 * Random numbers by place instead of by order: those of an arrival depend on seed, stream and the
 * arrival's number alone, so a run repeats whatever the number of workers. Two arrivals of one stream
 * never start in the same state, for each of its words is a bijection of the arrival's number.
 *
 * @param stream Keeps apart what must not be alike, such as the scripts of one scenario.
 */
export function arrivalStream(seed: number, stream: string): SeedArrival {
  const key = streamKey(seed, stream)
  const [a, b, c, d] = [0, 1, 2, 3].map((word) => mixed(key + Math.imul(GOLDEN, word + 1)))
  return (random, arrival) => {
    const low = arrival | 0
    const high = Math.imul(Math.floor(arrival / 4_294_967_296), GOLDEN)
    random.reset(
      mixed(Math.imul(low, STEPS[0]) + (a ?? 0) + high),
      mixed(Math.imul(low, STEPS[1]) + (b ?? 0) + high),
      mixed(Math.imul(low, STEPS[2]) + (c ?? 0) + high),
      mixed(Math.imul(low, STEPS[3]) + (d ?? 0) + high),
    )
  }
}

function streamKey(seed: number, stream: string): number {
  let key = mixed(seed | 0) ^ mixed(Math.floor(seed / 4_294_967_296) + GOLDEN)
  for (let at = 0; at < stream.length; at += 1) {
    key = mixed(Math.imul(key, 31) + stream.charCodeAt(at) + 1)
  }
  return key
}

/** The last step of MurmurHash3 (Appleby, public domain): each bit of the result depends on all bits given. */
function mixed(value: number): number {
  let bits = value | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}
