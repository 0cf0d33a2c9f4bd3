import type { Batch } from '../driver/session.js'
import { type CompiledScript, compileScript } from '../generate/compile-script.js'
import type { DrawerShare } from '../generate/draw.js'
import type { Scenario, Script } from '../scenario/scenario.js'

type Action =
  | { readonly kind: 'batch'; readonly batch: Batch }
  /** Where the milliseconds are among the values. */
  | { readonly kind: 'sleep'; readonly slot: number }

/** A script as a client runs it. */
export interface ScriptPlan {
  /** Index among the scenario's scripts. */
  readonly index: number
  readonly compiled: CompiledScript
  readonly actions: readonly Action[]
}

/** One for each script; `share` is which of the workers this is. */
export function planScripts(scenario: Scenario, share: DrawerShare): readonly ScriptPlan[] {
  let statements = 0
  return scenario.scripts.map((script, index) => {
    const compiled = compileScript(script, { ...share, seed: scenario.seed })
    const actions = actionsOf(script, compiled, statements)
    statements += script.steps.filter(({ kind }) => kind === 'statement').length
    return { index, compiled, actions }
  })
}

function actionsOf(script: Script, compiled: CompiledScript, first: number): readonly Action[] {
  const actions: Action[] = []
  let statement = first
  let pipeline: { readonly number: number; readonly batch: [number, ...number[]] } | undefined
  script.steps.forEach((step, at) => {
    // Values are drawn before the first statement, so setting one parts no pipeline.
    if (step.kind === 'set') return
    if (step.kind === 'sleep') {
      pipeline = undefined
      actions.push({ kind: 'sleep', slot: compiled.sleepSlots[at] ?? 0 })
      return
    }
    const index = statement++
    if (pipeline && step.pipeline === pipeline.number) {
      pipeline.batch.push(index)
      return
    }
    const batch: [number, ...number[]] = [index]
    pipeline = step.pipeline === undefined ? undefined : { number: step.pipeline, batch }
    actions.push({ kind: 'batch', batch })
  })
  return actions
}
