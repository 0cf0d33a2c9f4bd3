import { type Exit, formatTable, type Paint } from '@lakebase/cli-kit'
import type { Comparison, Difference } from '@lakebase/loadtest'
import { duration, figures, percent, perSecond } from '../format.js'

interface Sides {
  readonly before: string
  readonly after: string
  readonly exit: Exit
}

/** The differences of all scripts first, then script by script, each with how sure it is. */
export function renderComparison(
  { runs, confidence, basis, differences, cautions }: Comparison,
  { before, after, exit }: Sides,
  paint: Paint,
): string {
  const rows = formatTable(
    [
      { title: 'figure' },
      { title: 'of' },
      { title: 'before', align: 'right' },
      { title: 'after', align: 'right' },
      { title: 'change', align: 'right' },
      { title: 'between' },
      { title: '' },
    ],
    differences.filter(({ statement }) => statement === undefined).map(row),
  ).map((line) => `  ${line}`)
  const [head = '', ...body] = rows
  const tinted = body.map((line) =>
    line.endsWith('worse') ? paint.red(line) : line.endsWith('better') ? paint.green(line) : line,
  )
  const how = `${runs.a} and ${runs.b} runs, ${percent(confidence)} sure, ${basis}`
  return `${[
    `${paint.bold(`${before} -> ${after}`)}  ${paint.dim(how)}`,
    ...(cautions.length === 0 ? [] : [cautions.map((text) => `caution: ${text}`).join('\n')]),
    [paint.dim(head), ...tinted].join('\n'),
    paint.dim(`exit ${exit.code}: ${exit.reason}`),
  ].join('\n\n')}\n`
}

function row({ script, metric, a, b, interval, finding }: Difference): readonly string[] {
  const value = (of: number) => inUnit(metric, of)
  const signed = (of: number) => (of < 0 ? `-${value(-of)}` : `+${value(of)}`)
  return [
    metric,
    script ?? 'all',
    value(a),
    value(b),
    a === 0 ? '' : `${b >= a ? '+' : ''}${figures(((b - a) / a) * 100)}%`,
    interval === undefined ? '' : `${signed(interval.low)} to ${signed(interval.high)}`,
    finding,
  ]
}

function inUnit(metric: Difference['metric'], value: number): string {
  if (metric === 'errors') return percent(value)
  return metric === 'throughput' ? perSecond(value) : duration(value)
}
