import type { ParameterValue } from '../scenario/generator.js'
import type { Draw } from './draw.js'
import { GenerateError } from './generate-error.js'
import { exponential, gaussian } from './pgbench-distributions.js'
import type { Random } from './random.js'
import { zipfian } from './zipfian.js'

type Distribution = (count: number, parameter: number) => (random: Random) => number

const DISTRIBUTIONS = {
  random: (count) => (random) => random.below(count),
  random_gaussian: gaussian,
  random_exponential: exponential,
  random_zipfian: (count, exponent) => {
    const rank = zipfian(count, exponent)
    return (random) => rank(random) - 1
  },
} satisfies Record<string, Distribution>

/** Below it, what pgbench allows, some would draw without end. */
const LEAST: Readonly<Record<RandomFunction, number>> = {
  random: 0,
  random_gaussian: 2,
  random_exponential: Number.MIN_VALUE,
  random_zipfian: 1.001,
}

type RandomFunction = keyof typeof DISTRIBUTIONS

export function isRandomFunction(name: string): name is RandomFunction {
  return Object.hasOwn(DISTRIBUTIONS, name)
}

/** Draws by `name(from, to[, parameter])`. */
export function randomDraw(name: RandomFunction, bounds: readonly Draw[]): Draw {
  const [from = nothing, to = nothing, parameter = nothing] = bounds
  const prepare = keepLast(DISTRIBUTIONS[name])
  return (random, values, client) => {
    const low = safe(from(random, values, client))
    const high = safe(to(random, values, client))
    if (high < low) {
      throw new GenerateError('OUT_OF_RANGE', `${name}(${low}, ${high}): the range is empty`)
    }
    const shape = Number(parameter(random, values, client))
    if (!(shape >= LEAST[name])) {
      throw new GenerateError('OUT_OF_RANGE', `${name}: the parameter is ${shape}`)
    }
    return low + prepare(high - low + 1, shape)(random)
  }
}

/** Bounds are the same from draw to draw, but in scripts that compute them. */
function keepLast(distribution: Distribution): Distribution {
  let lastCount = Number.NaN
  let lastParameter = Number.NaN
  let draw = (_: Random) => 0
  return (count, parameter) => {
    if (count !== lastCount || parameter !== lastParameter) {
      draw = distribution(count, parameter)
      lastCount = count
      lastParameter = parameter
    }
    return draw
  }
}

function safe(value: ParameterValue): number {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value
  throw new GenerateError('OUT_OF_RANGE', `${String(value)} is no bound of a random number`)
}

function nothing(): number {
  return 0
}
