import { dataTable, decimal, type Html, section } from '@lakebase/cli-kit'
import type { Latency, RunReport } from '@lakebase/loadtest'
import { milliseconds, percent } from '../../format.js'

/** How the client itself did: its own limits must not be read as the database's. */
export function clientSection({ generator, connecting }: RunReport): Html {
  const { workers, cores, cpuShare, loopUtilization, longestQueue } = generator
  return section({
    id: 'client',
    title: 'The client’s side',
    gist: `${decimal(workers)} of ${decimal(cores)} cores used. A worker kept its core ${percent(cpuShare)} busy, its event loop ${percent(loopUtilization)}; at most ${decimal(longestQueue)} arrivals waited for a connection. ${decimal(connecting.opened)} connections opened, ${decimal(connecting.failed)} failed to.`,
    body: dataTable({
      id: 'client-table',
      caption: 'The client’s own times, in milliseconds',
      columns: [
        { header: 'What' },
        { header: 'Count', kind: 'number' },
        { header: 'p50', kind: 'number' },
        { header: 'p99', kind: 'number' },
        { header: 'Longest', kind: 'number' },
      ],
      rows: [
        row('Schedule lag: sent later than due', generator.scheduleLag),
        row('Wait for a free connection', generator.connectionWait),
        row('Event-loop delay', generator.loopDelay),
        row('Opening a connection', connecting.time),
      ].flat(),
    }),
  })
}

function row(name: string, latency: Latency | undefined) {
  if (latency === undefined || latency.count === 0) return []
  const { count, p50, p99, max } = latency
  return [
    { cells: [name, decimal(count), milliseconds(p50), milliseconds(p99), milliseconds(max)] },
  ]
}
