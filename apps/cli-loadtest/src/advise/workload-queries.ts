import {
  compileScript,
  type ParameterValue,
  type RunReport,
  type Scenario,
  type Script,
  type StatementStep,
} from '@lakebase/loadtest'
import type { WorkloadQuery } from '@lakebase/loadtest/advise'

/** How many calls the planner sees of each statement. */
const SAMPLES = 3
const CONTROL = /^\s*(begin|start|commit|end|rollback|abort|savepoint|release|set|reset|vacuum)\b/i

/**
 * The statements of a scenario with values that its generators draw, weighed by how often they run: as a
 * run has counted, else by the weights of their scripts.
 */
export function workloadQueries(scenario: Scenario, run?: RunReport): readonly WorkloadQuery[] {
  return scenario.scripts.flatMap((script) => {
    const samples = drawnValues(script, scenario.seed)
    return script.steps
      .filter((step) => step.kind === 'statement')
      .filter(({ sql }) => !CONTROL.test(sql))
      .map((step) => workloadQuery(script, step, samples, run))
      .filter(({ weight }) => weight > 0)
  })
}

function workloadQuery(
  script: Script,
  { id, sql, parameters }: StatementStep,
  samples: readonly (readonly ParameterValue[])[],
  run: RunReport | undefined,
): WorkloadQuery {
  const figures = run?.statements.find((one) => one.script === script.id && one.id === id)
  const isTimed = figures !== undefined && figures.service.count > 0
  return {
    id: id === script.id ? id : `${script.id} / ${id}`,
    sql,
    weight: run === undefined ? script.weight : (figures?.executed ?? 0),
    ...(parameters.length > 0 && {
      samples: samples.map((values) => parameters.map((slot) => values[slot] ?? null)),
    }),
    ...(isTimed && { measuredMs: figures.service.mean / 1000 }),
  }
}

/** What the first arrivals of a run would draw. */
function drawnValues(script: Script, seed: number): readonly (readonly ParameterValue[])[] {
  const compiled = compileScript(script, { seed, worker: 0, workers: 1 })
  return Array.from({ length: SAMPLES }, (_, arrival) => {
    const values: ParameterValue[] = []
    compiled.draw(arrival, 0, values)
    return values
  })
}
