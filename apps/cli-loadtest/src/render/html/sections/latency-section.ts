import { dataTable, type Html, html, section } from '@lakebase/cli-kit'
import type { Latency, ObjectiveResult, RunReport } from '@lakebase/loadtest'
import { duration, milliseconds, percent } from '../../format.js'
import { linearAxis, logAxis, percentileAxis } from '../charts/axis.js'
import { legend } from '../charts/legend.js'
import type { PlotMark } from '../charts/marks.js'
import { type Plot, type PlotLine, plot } from '../charts/plot.js'
import { type CurvePoint, latencyBins, latencyCurve } from '../latency-curve.js'

/** How long transactions took: by percentile, how often, and in figures. */
export function latencySection(run: RunReport): Html {
  const { response } = run.total
  return section({
    id: 'latency',
    title: 'Latency',
    gist: gist(run),
    body:
      response.count === 0
        ? undefined
        : html`${curveFigure(run)}${binsFigure(response)}<details><summary>The percentiles as a table</summary>${percentileTable(run)}</details>`,
  })
}

function gist(run: RunReport): string {
  const { response, service } = run.total
  if (response.count === 0) return 'Nothing ended well, so there is no latency.'
  const half = `Half took at most ${duration(response.p50)}, 99% at most ${duration(response.p99)}, the longest ${duration(response.max)}.`
  if (run.scenario.load.model === 'closed') {
    return `${half} A closed loop counts from the sending: while the database stood still nothing was sent, and the wait of those who would have come is in no figure.`
  }
  return `${half} Counted from the moment when each was due, as a user counts; from the sending alone 99% took at most ${duration(service.p99)}.`
}

function curveFigure(run: RunReport): Html {
  const { response, service } = run.total
  const open = run.scenario.load.model === 'open'
  const curve = latencyCurve(response)
  const sending = open ? latencyCurve(service) : []
  const marks = targets(run.objectives)
  const entries = [
    ['main', open ? 'From when it was due' : 'From the sending'] as const,
    ...(open ? [['second', 'From the sending alone'] as const] : []),
    ...(marks.length > 0 ? [['objective', 'Objective'] as const] : []),
  ]
  const spec: Plot = {
    id: 'latency-curve',
    title: 'Latency by percentile',
    description: `${describe(response)}. The axis gives each further nine the same room.`,
    height: 260,
    x: percentileAxis(response.count),
    y: logAxis(
      Math.max(1, Math.min(response.min, ...(open ? [service.min] : []))),
      Math.max(response.max, ...marks.map(({ y }) => y)),
      duration,
    ),
    lines: [...(open ? [line('second', sending)] : []), line('main', curve)],
    marks,
    notes: curve
      .filter((_, index) => index % 6 === 0)
      .map(({ percentile, us }) => [
        percentile,
        `${Number(percentile.toFixed(4))}% took at most ${duration(us)}`,
      ]),
  }
  return html`<figure>
<figcaption>Latency by percentile ${legend(entries)}</figcaption>
${plot(spec)}
</figure>`
}

function line(kind: PlotLine['kind'], points: readonly CurvePoint[]): PlotLine {
  return { kind, points: points.map(({ percentile, us }) => [percentile, us]) }
}

/** Objectives about the latency of all scripts, as points that the curve must stay under. */
function targets(objectives: readonly ObjectiveResult[]): readonly PlotMark[] {
  return objectives.flatMap(({ objective, holds }) =>
    objective.metric === 'latency' && objective.script === undefined
      ? [
          {
            x: objective.percentile,
            y: objective.atMostMs * 1000,
            label: `p${objective.percentile} ${holds ? 'within' : 'over'} ${duration(objective.atMostMs * 1000)}`,
            failed: !holds,
          },
        ]
      : [],
  )
}

function binsFigure(response: Latency): Html {
  const bins = latencyBins(response)
  const most = Math.max(...bins.map(({ share }) => share))
  const spec: Plot = {
    id: 'latency-histogram',
    title: 'How many transactions took how long',
    description: describe(response),
    height: 120,
    x: logAxis(Math.max(1, response.min), response.max, duration),
    y: linearAxis(most, percent),
    lines: [],
    bars: bins.map(({ fromUs, toUs, share }) => [fromUs, toUs, share]),
    notes: bins.map(({ fromUs, toUs, share }) => [
      Math.sqrt(fromUs * toUs),
      `${duration(fromUs)} to ${duration(toUs)}: ${percent(share)}`,
    ]),
  }
  return html`<figure>
<figcaption>How many took how long, in percent of all</figcaption>
${plot(spec)}
</figure>`
}

function describe({ count, p50, p95, p99, p999, max }: Latency): string {
  if (count === 0) return 'nothing measured'
  return `p50 ${duration(p50)}, p95 ${duration(p95)}, p99 ${duration(p99)}, p99.9 ${duration(p999)}, longest ${duration(max)}`
}

const ROWS = [
  ['shortest', 'min'],
  ['mean', 'mean'],
  ['p50', 'p50'],
  ['p75', 'p75'],
  ['p90', 'p90'],
  ['p95', 'p95'],
  ['p99', 'p99'],
  ['p99.9', 'p999'],
  ['p99.99', 'p9999'],
  ['longest', 'max'],
] as const

function percentileTable({ total }: RunReport): Html {
  return dataTable({
    id: 'percentiles-table',
    compact: true,
    caption: 'All scripts together, milliseconds',
    columns: [
      { header: 'Percentile' },
      { header: 'Response', kind: 'number' },
      { header: 'Service', kind: 'number' },
    ],
    rows: ROWS.map(([name, key]) => ({
      cells: [name, milliseconds(total.response[key]), milliseconds(total.service[key])],
    })),
  })
}
