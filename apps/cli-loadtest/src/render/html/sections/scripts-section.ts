import { byteSize, dataTable, decimal, type Html, html, section } from '@lakebase/cli-kit'
import type { RunReport, ScriptFigures, StatementFigures } from '@lakebase/loadtest'
import { figures, milliseconds } from '../../format.js'

/** The figures of each script and of each statement in it. */
export function scriptsSection(run: RunReport): Html {
  return section({
    id: 'scripts',
    title: 'Scripts and statements',
    gist: 'Latencies are those of what ended well. A script is a transaction; its statements are timed from their sending.',
    body: html`${scriptsTable(run)}${statementsTable(run)}`,
  })
}

function scriptsTable({ scripts, total }: RunReport): Html {
  return dataTable({
    id: 'scripts-table',
    caption: 'By script; times in milliseconds',
    columns: [
      { header: 'Script' },
      { header: 'Rate/s', kind: 'number' },
      { header: 'p50', kind: 'number' },
      { header: 'p95', kind: 'number' },
      { header: 'p99', kind: 'number' },
      { header: 'p99.9', kind: 'number' },
      { header: 'Longest', kind: 'number' },
      { header: 'Ended well', kind: 'number' },
      { header: 'Failed', kind: 'number' },
      { header: 'Retries', kind: 'number' },
      { header: 'Received', kind: 'number' },
    ],
    rows: [
      ...scripts.map((script) => ({ cells: scriptCells(script) })),
      ...(scripts.length > 1 ? [{ kind: 'total', cells: scriptCells(total) } as const] : []),
    ],
  })
}

function scriptCells(script: ScriptFigures): readonly string[] {
  const { id, perSecond, response, succeeded, failed, retries, bytesReceived } = script
  const time = (us: number) => (response.count === 0 ? '-' : milliseconds(us))
  return [
    id,
    figures(perSecond),
    ...[response.p50, response.p95, response.p99, response.p999, response.max].map(time),
    decimal(succeeded),
    decimal(failed),
    decimal(retries),
    byteSize(bytesReceived),
  ]
}

function statementsTable({ statements }: RunReport): Html | undefined {
  if (statements.length === 0) return undefined
  return dataTable({
    id: 'statements-table',
    caption: 'By statement; times in milliseconds',
    columns: [
      { header: 'Statement' },
      { header: 'Executed', kind: 'number' },
      { header: 'Failed', kind: 'number' },
      { header: 'Rows', kind: 'number' },
      { header: 'p50', kind: 'number' },
      { header: 'p95', kind: 'number' },
      { header: 'p99', kind: 'number' },
      { header: 'p99.9', kind: 'number' },
      { header: 'Longest', kind: 'number' },
    ],
    rows: statements.map((statement) => ({
      cells: statementCells(statement),
      note: html`<code class="sql">${statement.sql}</code>`,
    })),
  })
}

function statementCells({ script, id, executed, failed, rows, service }: StatementFigures) {
  const time = (us: number) => (service.count === 0 ? '-' : milliseconds(us))
  return [
    script === id ? id : `${script} / ${id}`,
    decimal(executed),
    decimal(failed),
    decimal(rows),
    ...[service.p50, service.p95, service.p99, service.p999, service.max].map(time),
  ]
}
