import type { ScriptPlan } from './script-plan.js'

/** What a transaction is, before it runs. */
export interface Arrival {
  readonly plan: ScriptPlan
  /** Number of the arrival: its values depend on it. */
  readonly number: number
  /** When it should have begun, in ms of the run. */
  readonly dueMs: number
  readonly measured: boolean
}

/**
 * The arrival of the moment, written over by the next: tens of thousands a second would otherwise be thrown
 * away, and their memory would push everything else out of the processor's cache. Who keeps one takes a copy.
 */
export class NextArrival implements Arrival {
  plan: ScriptPlan
  number = 0
  // Not a number is a fraction to V8, which then writes fractions in place.
  dueMs = Number.NaN
  measured = false
  readonly #plans: readonly ScriptPlan[]

  constructor(plans: readonly ScriptPlan[]) {
    this.#plans = plans
    this.plan = this.#planOf(0)
  }

  /** `script` is the index among the plans. */
  set(script: number, number: number, dueMs: number, measured: boolean): this {
    this.plan = this.#planOf(script)
    this.number = number
    this.dueMs = dueMs
    this.measured = measured
    return this
  }

  copy(): Arrival {
    const { plan, number, dueMs, measured } = this
    return { plan, number, dueMs, measured }
  }

  #planOf(script: number): ScriptPlan {
    const plan = this.#plans[script]
    if (plan === undefined)
      throw new RangeError(`The scenario has ${this.#plans.length} scripts, there is no ${script}`)
    return plan
  }
}
