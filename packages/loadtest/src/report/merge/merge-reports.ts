import { assess } from '../assess.js'
import { mergeErrors } from '../error-figures.js'
import type { RunReport, ServerFigures } from '../run-report.js'
import { checkShards } from './check-shards.js'
import { mergeConnecting, mergeGenerators, mergeScripts, mergeStatements } from './merge-figures.js'
import { mergeSeries } from './merge-series.js'

/**
 * The reports of a run's shards as the one that a single process would have made: counts are sums,
 * histograms are added, objectives and verdicts are made anew. Seconds are aligned by the clock.
 *
 * @throws LoadtestError `MERGE` when the reports are not shards of one run: other scenarios or seeds,
 * other databases, the same shard twice, or times that do not overlap.
 */
export function mergeReports(reports: readonly RunReport[]): RunReport {
  const shards = checkShards(reports)
  const [first, ...rest] = shards.reports
  const seconds = Math.max(...reports.map(({ measuredSeconds }) => measuredSeconds))
  const { scenario, target } = first
  const series = mergeSeries(scenario.load, reports)
  const server = widest(reports)
  const generator = mergeGenerators(reports.map((report) => report.generator))
  return assess(
    {
      schemaVersion: 1,
      scenario,
      startedAt: earliest(reports.map(({ startedAt }) => startedAt)),
      endedAt: latest(reports.map(({ endedAt }) => endedAt)),
      measuredSeconds: seconds,
      complete: shards.missing.length === 0 && reports.every(({ complete }) => complete),
      target,
      generator,
      total: mergeScripts([first.total, ...rest.map(({ total }) => total)], seconds),
      scripts: first.scripts.map((script, index) =>
        mergeScripts([script, ...rest.flatMap(({ scripts }) => scripts[index] ?? [])], seconds),
      ),
      statements: first.statements.map((statement, index) =>
        mergeStatements([statement, ...rest.flatMap(({ statements }) => statements[index] ?? [])]),
      ),
      errors: mergeErrors(reports.flatMap(({ errors }) => errors)),
      connecting: mergeConnecting(reports.map(({ connecting }) => connecting)),
      series,
      ...(server && { server }),
      shards: reports.length,
    },
    shards.verdicts,
  )
}

/** Each shard saw the whole database; the one that looked for longest saw most. */
function widest(reports: readonly RunReport[]): ServerFigures | undefined {
  return reports
    .flatMap(({ server }) => server ?? [])
    .reduce<ServerFigures | undefined>(
      (most, server) => (most === undefined || server.commits > most.commits ? server : most),
      undefined,
    )
}

function earliest(instants: readonly string[]): string {
  return new Date(Math.min(...instants.map((instant) => Date.parse(instant)))).toISOString()
}

function latest(instants: readonly string[]): string {
  return new Date(Math.max(...instants.map((instant) => Date.parse(instant)))).toISOString()
}
