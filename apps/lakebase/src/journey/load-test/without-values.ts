import type { RunReport, Script } from '@lakebase/loadtest'
import type { ShownRun, ShownScript } from './journey-load-test.js'

/** A run to be shown and shared: its statements, and none of the values that they were run with. */
export function withoutValues(run: RunReport): ShownRun {
  const { scenario } = run
  const [first, ...rest] = scenario.scripts
  return {
    ...run,
    scenario: { ...scenario, scripts: [shown(first), ...rest.map(shown)] },
  }
}

function shown({ thinkMs: _, steps, ...script }: Script): ShownScript {
  return { ...script, steps: steps.filter((step) => step.kind === 'statement') }
}
