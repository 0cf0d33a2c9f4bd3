import { decimal, formatTable, type Paint, shortened } from '@lakebase/cli-kit'
import type { RunReport, ScriptFigures } from '@lakebase/loadtest'
import { figures, milliseconds } from '../format.js'

const LONGEST_NAME = 28

/** One row a script, and their total when there are several. Times in milliseconds. */
export function scriptsTable(run: RunReport, paint: Paint): string {
  const rows = [
    ...run.scripts.map(scriptRow),
    ...(run.scripts.length > 1 ? [scriptRow(run.total)] : []),
  ]
  const right = (title: string) => ({ title, align: 'right' }) as const
  const lines = formatTable(
    [
      { title: 'script' },
      right('rate/s'),
      right('p50 ms'),
      right('p95'),
      right('p99'),
      right('p99.9'),
      right('max'),
      right('done'),
      right('failed'),
      ...(hasRetries(run) ? [right('retries')] : []),
    ],
    rows,
  )
  const [head = '', ...body] = lines.map((line) => `  ${line}`)
  const marked = body.map((line, index) =>
    run.scripts.length > 1 && index === body.length - 1 ? paint.bold(line) : line,
  )
  return [paint.dim(head), ...marked].join('\n')
}

function hasRetries({ total }: RunReport): boolean {
  return total.retries > 0
}

function scriptRow({ id, perSecond, response, succeeded, failed, retries }: ScriptFigures) {
  const time = (us: number) => (response.count === 0 ? '-' : milliseconds(us))
  return [
    shortened(id, LONGEST_NAME),
    figures(perSecond),
    time(response.p50),
    time(response.p95),
    time(response.p99),
    time(response.p999),
    time(response.max),
    decimal(succeeded),
    decimal(failed),
    decimal(retries),
  ]
}
