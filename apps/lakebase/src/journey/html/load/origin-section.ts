import { counted, type Html, html, section } from '@lakebase/cli-kit'
import { figures, perSecond, span } from 'cli-loadtest/parts'
import type { JourneyLoadTest, ShownScenario } from '../../load-test/journey-load-test.js'

/** What was loaded, and what the figures below therefore do and do not say. */
export function originSection(loadTest: JourneyLoadTest): Html {
  const { run, source } = loadTest
  const rows = [
    ['Scenario', `${run.scenario.name}, ${source}`],
    ['Load', loadText(run.scenario)],
    ['Database', databaseText(loadTest)],
    ['Client', clientText(loadTest)],
  ] as const
  return section({
    id: 'load',
    title: 'Load test',
    gist: gist(loadTest),
    body: html`<dl class="origin">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`,
  })
}

function gist({ isEmbedded, saidOf }: JourneyLoadTest): Html {
  if (!isEmbedded) return html`Figures of ${saidOf}, as this run found it.`
  return html`<strong>Said of this machine, not of Lakebase.</strong> It shows which queries are dear and what an index changes; how fast Lakebase is, only a test of Lakebase says: <code>lakebase loadtest run --lakebase</code>.`
}

function loadText({ load, connections }: ShownScenario): string {
  const measured = load.stages.reduce((ms, one) => (one.measured ? ms + one.durationMs : ms), 0)
  const kept = load.stages.reduce((ms, one) => (one.measured ? ms : ms + one.durationMs), 0)
  const rates =
    load.model === 'open'
      ? `arrivals by the clock, ${perSecond(Math.max(...load.stages.map(({ toRate }) => toRate)))} at the most`
      : 'clients that wait for each answer'
  const warmUp = kept === 0 ? 'no warm-up' : `${span(kept / 1000)} of warm-up kept out`
  return `${rates}, ${span(measured / 1000)} measured, ${warmUp}, ${counted(connections, 'connection')}`
}

function databaseText({ run, saidOf, scale }: JourneyLoadTest): string {
  const { serverVersion } = run.target
  const rows =
    scale === undefined ? '' : `, filled with 1/${figures(1 / scale)} of the workload’s rows`
  return saidOf.includes(serverVersion) ? `${saidOf}${rows}` : `${saidOf} (${serverVersion})${rows}`
}

function clientText({ run: { generator }, isEmbedded }: JourneyLoadTest): string {
  const { workers, cores } = generator
  const where = isEmbedded ? ', which the database had to share' : ''
  return `${counted(workers, 'thread')} on a machine of ${counted(cores, 'core')}${where}`
}
