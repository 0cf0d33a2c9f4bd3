import type { Generator, ParameterValue } from '../scenario/generator.js'
import type { Script } from '../scenario/scenario.js'
import { compileGenerator } from './compile-generator.js'
import type { Draw, DrawerShare } from './draw.js'
import { Random } from './random.js'
import { arrivalStream } from './stream.js'

/** A script that is ready to be run: made once for each worker, used by all its connections. */
export interface CompiledScript {
  /** Values that a draw gives: one for each variable, one for each pause, one for the think time. */
  readonly size: number
  /**
   * Draws everything that one arrival needs into `values`, which the caller owns. The values depend on
   * the seed, the script and the arrival's number, but for sequences, which count on from draw to draw.
   *
   * @param client Number of the connection, from 0.
   * @throws {GenerateError} When an expression cannot be computed.
   */
  draw(arrival: number, client: number, values: ParameterValue[]): void
  /** For each step: where the milliseconds of its pause are among the values. */
  readonly sleepSlots: readonly (number | undefined)[]
  /** Where the milliseconds of the think time are. */
  readonly thinkSlot?: number
}

/** Prepares the generators of a script. A `column` must have been resolved before. */
export function compileScript(
  script: Script,
  options: DrawerShare & { readonly seed: number },
): CompiledScript {
  const { steps, thinkMs, variables } = script
  let size = variables.length
  const draws: { readonly slot: number; readonly draw: Draw }[] = []
  const add = (slot: number, generator: Generator) => {
    draws.push({ slot, draw: compileGenerator(generator, options) })
    return slot
  }
  const sleepSlots = steps.map((step) => {
    if (step.kind === 'set') add(step.slot, step.generator)
    return step.kind === 'sleep' ? add(size++, step.ms) : undefined
  })
  const think = thinkMs ? { thinkSlot: add(size++, thinkMs) } : {}
  const random = new Random()
  const seedArrival = arrivalStream(options.seed, script.id)
  return {
    size,
    sleepSlots,
    ...think,
    draw(arrival, client, values) {
      seedArrival(random, arrival)
      for (const { slot, draw } of draws) {
        values[slot] = draw(random, values, client)
      }
    },
  }
}
