import { byteSize, dataTable, decimal, type Html, html, section } from '@lakebase/cli-kit'
import type { RunReport, ServerFigures } from '@lakebase/loadtest'
import { figures, percent } from '../../format.js'

/** The run as the database saw it. */
export function databaseSection({ server }: RunReport): Html {
  return section({
    id: 'database',
    title: 'The database’s side',
    gist:
      server === undefined
        ? 'Not known: the user of this run may not see it, or it was switched off.'
        : 'After minus before: other sessions of the same database are in it.',
    body:
      server === undefined
        ? undefined
        : html`${countersTable(server)}${waitsTable(server)}${statementsTable(server)}`,
  })
}

function countersTable(server: ServerFigures): Html {
  const rows = [
    ['Commits', decimal(server.commits)],
    ['Rollbacks', decimal(server.rollbacks)],
    ['Rows returned', decimal(server.rowsReturned)],
    ['Rows fetched by index or scan', decimal(server.rowsFetched)],
    ['Rows written', decimal(server.rowsWritten)],
    ['Blocks found in the cache', decimal(server.blocksHit)],
    ['Blocks read', decimal(server.blocksRead)],
    ['Cache hit', server.cacheHit === undefined ? '-' : percent(server.cacheHit)],
    ['Temporary files', byteSize(server.temporaryBytes)],
    ['Deadlocks', decimal(server.deadlocks)],
  ] as const
  return dataTable({
    id: 'counters-table',
    compact: true,
    caption: 'pg_stat_database during the run',
    columns: [{ header: 'What' }, { header: 'Count', kind: 'number' }],
    rows: rows.map((cells) => ({ cells })),
  })
}

function waitsTable({ waits }: ServerFigures): Html | undefined {
  if (waits === undefined || waits.length === 0) return undefined
  const all = waits.reduce((sum, { samples }) => sum + samples, 0)
  return dataTable({
    id: 'waits-table',
    compact: true,
    caption: 'What the run’s sessions waited for, by samples',
    columns: [
      { header: 'Event' },
      { header: 'Samples', kind: 'number' },
      { header: 'Share', kind: 'number' },
    ],
    rows: [...waits]
      .sort((a, b) => b.samples - a.samples)
      .map(({ event, samples }) => ({ cells: [event, decimal(samples), percent(samples / all)] })),
  })
}

function statementsTable({ statements }: ServerFigures): Html | undefined {
  if (statements === undefined || statements.length === 0) return undefined
  return dataTable({
    id: 'server-statements-table',
    caption: 'pg_stat_statements, most expensive first; times in milliseconds',
    columns: [
      { header: 'Statement' },
      { header: 'Calls', kind: 'number' },
      { header: 'Total', kind: 'number' },
      { header: 'Mean', kind: 'number' },
      { header: 'Rows', kind: 'number' },
    ],
    rows: statements.map(({ query, calls, totalMs, meanMs, rows }) => ({
      cells: [
        html`<code>${query}</code>`,
        decimal(calls),
        figures(totalMs),
        figures(meanMs),
        decimal(rows),
      ],
    })),
  })
}
