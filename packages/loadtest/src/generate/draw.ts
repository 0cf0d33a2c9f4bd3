import type { ParameterValue } from '../scenario/generator.js'
import type { Random } from './random.js'

/**
 * Draws one value.
 *
 * @param values What the script has drawn before, by slot.
 * @param client Number of the connection, from 0.
 */
export type Draw = (
  random: Random,
  values: readonly ParameterValue[],
  client: number,
) => ParameterValue

/** Which part of a sequence is ours; the workers of all shards of a run count. */
export interface DrawerShare {
  /** From 0. */
  readonly worker: number
  readonly workers: number
}
