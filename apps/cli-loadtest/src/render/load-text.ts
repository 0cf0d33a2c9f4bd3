import { counted } from '@lakebase/cli-kit'
import type { Load, RunReport } from '@lakebase/loadtest'
import { figures, span } from './format.js'

/** How the load came: `open loop, poisson arrivals, 2,000/s`. */
export function loadText(load: Load): string {
  if (load.model === 'open') {
    return `open loop, ${load.arrivals} arrivals, ${levels(load.stages, (stage) => [stage.fromRate, stage.toRate])}/s`
  }
  const clients = levels(load.stages, (stage) => [stage.fromClients, stage.toClients])
  return `closed loop, ${clients} ${clients === '1' ? 'client' : 'clients'}`
}

/** What was measured of how much: `60 s measured of 70 s`. */
export function measuredSpan({ measuredSeconds, series }: RunReport): string {
  const all = series.length
  const measured = `${span(measuredSeconds)} measured`
  return all > measuredSeconds + 1 ? `${measured} of ${span(all)}` : measured
}

/** Who sent it and over how much: `wire, 32 connections`. */
export function clientText({ scenario, generator }: RunReport): string {
  return `${scenario.driver} driver, ${counted(scenario.connections, 'connection')}, ${counted(generator.workers, 'worker')}`
}

/** The steady level of the measured stages, or their span. */
function levels<Stage extends { readonly measured: boolean }>(
  stages: readonly Stage[],
  ends: (stage: Stage) => readonly [number, number],
): string {
  const values = stages.filter(({ measured }) => measured).flatMap(ends)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return low === high ? figures(low) : `${figures(low)}–${figures(high)}`
}
