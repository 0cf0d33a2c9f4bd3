import { dataTable, decimal, type Html, html, section } from '@lakebase/cli-kit'
import type { RunReport } from '@lakebase/loadtest'
import { duration, figures, milliseconds, perSecond, span } from '../../format.js'
import { type Axis, linearAxis, logAxis, timeAxis } from '../charts/axis.js'
import { legend } from '../charts/legend.js'
import { type Plot, plot } from '../charts/plot.js'
import { type SeriesStep, secondsAStep, seriesSteps, unmeasuredSpans } from '../series-steps.js'

/** How the run went, second by second: latency, rate and failures, and the client's own lateness. */
export function timeSection(run: RunReport): Html | undefined {
  if (run.series.length === 0) return undefined
  const steps = seriesSteps(run.series)
  const seconds = (run.series.at(-1)?.second ?? 0) + 1
  const frame: Frame = { run, steps, x: timeAxis(seconds), shaded: unmeasuredSpans(run.series) }
  return section({
    id: 'time',
    title: 'Over time',
    gist: gist(run),
    body: html`${latencyFigure(frame)}${rateFigure(frame)}${lagFigure(frame)}${connectionsFigure(frame)}${queueFigure(frame)}<details><summary>The run as a table</summary>${timeTable(steps)}</details>`,
  })
}

interface Frame {
  readonly run: RunReport
  readonly steps: readonly SeriesStep[]
  readonly x: Axis
  readonly shaded: readonly (readonly [number, number])[]
}

function gist({ series }: RunReport): string {
  const size = secondsAStep(series)
  const each =
    size === 1
      ? 'A point a second.'
      : `A point every ${span(size)}: means of what is counted, the worst second of what is timed.`
  const shaded = series.some(({ measured }) => !measured)
  return shaded ? `${each} What is shaded is kept out of every other figure.` : each
}

type Spec = Omit<Plot, 'x' | 'shaded' | 'notes'> & {
  readonly note: (step: SeriesStep) => string
}

function overTime({ steps, x, shaded }: Frame, { note, ...spec }: Spec): Html {
  const notes = steps.map((step) => [step.second, `${span(step.second)}: ${note(step)}`] as const)
  return plot({ ...spec, x, shaded, notes })
}

function points(steps: readonly SeriesStep[], of: (step: SeriesStep) => number | undefined) {
  return steps.map((step) => [step.second, of(step)] as const)
}

function latencyFigure(frame: Frame): Html {
  const { steps } = frame
  const all = steps.flatMap(({ p50, max }) =>
    p50 === undefined || max === undefined ? [] : [p50, max],
  )
  if (all.length === 0) return html``
  const marks = [
    ['faint', 'Longest'],
    ['main', 'p99'],
    ['second', 'p50'],
  ] as const
  const picture = overTime(frame, {
    id: 'latency-over-time',
    title: 'Latency over time',
    description: `p99 between ${bounds(steps.map(({ p99 }) => p99))}`,
    height: 180,
    y: logAxis(Math.max(1, Math.min(...all)), Math.max(...all), duration),
    lines: [
      { kind: 'faint', points: points(steps, ({ max }) => max) },
      { kind: 'main', points: points(steps, ({ p99 }) => p99) },
      { kind: 'second', points: points(steps, ({ p50 }) => p50) },
    ],
    note: ({ p50, p99, max }) =>
      p50 === undefined || p99 === undefined || max === undefined
        ? 'nothing ended well'
        : `p50 ${duration(p50)}, p99 ${duration(p99)}, longest ${duration(max)}`,
  })
  return html`<figure><figcaption>Latency ${legend(marks)}</figcaption>${picture}</figure>`
}

function rateFigure(frame: Frame): Html {
  const { steps, run } = frame
  const open = run.scenario.load.model === 'open'
  const failed = steps.some((step) => step.failed > 0)
  const largest = Math.max(
    ...steps.map((step) => Math.max(step.succeeded, step.failed, step.due ?? 0)),
  )
  const picture = overTime(frame, {
    id: 'rate-over-time',
    title: 'Transactions a second over time',
    description: `ended well a second: ${bounds(
      steps.map(({ succeeded }) => succeeded),
      figures,
    )}`,
    height: 120,
    y: linearAxis(largest, figures),
    lines: [
      { kind: 'main', area: true, points: points(steps, ({ succeeded }) => succeeded) },
      ...(open ? [{ kind: 'wanted', points: points(steps, ({ due }) => due) } as const] : []),
      ...(failed
        ? [{ kind: 'failed', points: points(steps, (step) => step.failed) } as const]
        : []),
    ],
    note: ({ due, succeeded, failed: lost }) =>
      `${perSecond(succeeded)} ended well${due === undefined ? '' : ` of ${perSecond(due)} due`}, ${perSecond(lost)} failed`,
  })
  const marks = [
    ['main', 'Ended well'] as const,
    ...(open ? [['wanted', 'Due'] as const] : []),
    ...(failed ? [['failed', 'Failed'] as const] : []),
  ]
  return html`<figure><figcaption>Transactions a second ${legend(marks)}</figcaption>${picture}</figure>`
}

function lagFigure(frame: Frame): Html {
  const { steps } = frame
  const lags = steps.flatMap(({ scheduleLag }) => (scheduleLag === undefined ? [] : [scheduleLag]))
  if (lags.length === 0) return html``
  const picture = overTime(frame, {
    id: 'lag-over-time',
    title: 'Schedule lag of the client over time',
    description: `mean of a second: ${bounds(lags)}`,
    height: 80,
    y: linearAxis(Math.max(...lags), (us) => (us === 0 ? '0' : duration(us))),
    lines: [{ kind: 'second', points: points(steps, ({ scheduleLag }) => scheduleLag) }],
    note: ({ scheduleLag }) => (scheduleLag === undefined ? 'none' : duration(scheduleLag)),
  })
  return html`<figure><figcaption>Schedule lag: how late the client itself sent, mean of a second</figcaption>${picture}</figure>`
}

function connectionsFigure(frame: Frame): Html {
  const { steps, run } = frame
  const busy = steps.map(({ busyConnections }) => busyConnections)
  const picture = overTime(frame, {
    id: 'connections-over-time',
    title: 'Busy connections over time',
    description: `of ${run.scenario.connections} between ${bounds(busy, figures)}`,
    height: 80,
    y: linearAxis(Math.max(run.scenario.connections, ...busy), figures),
    lines: [{ kind: 'second', points: points(steps, ({ busyConnections }) => busyConnections) }],
    note: ({ busyConnections }) => `${busyConnections} busy`,
  })
  return html`<figure><figcaption>Busy connections, of ${decimal(run.scenario.connections)}</figcaption>${picture}</figure>`
}

function queueFigure(frame: Frame): Html {
  const { steps } = frame
  const queues = steps.map(({ queue }) => queue)
  if (Math.max(...queues) === 0) return html``
  const picture = overTime(frame, {
    id: 'queue-over-time',
    title: 'Arrivals that wait for a connection over time',
    description: bounds(queues, figures),
    height: 80,
    y: linearAxis(Math.max(...queues), figures),
    lines: [{ kind: 'failed', points: points(steps, ({ queue }) => queue) }],
    note: ({ queue }) => `${decimal(queue)} waiting`,
  })
  return html`<figure><figcaption>Arrivals that wait for a connection, at the end of each second</figcaption>${picture}</figure>`
}

function bounds(
  values: readonly (number | undefined)[],
  write: (value: number) => string = duration,
): string {
  const known = values.filter((value) => value !== undefined)
  if (known.length === 0) return 'nothing measured'
  return `${write(Math.min(...known))} and ${write(Math.max(...known))}`
}

function timeTable(steps: readonly SeriesStep[]): Html {
  const time = (us: number | undefined) => (us === undefined ? '-' : milliseconds(us))
  return dataTable({
    id: 'time-table',
    caption: 'Times in milliseconds, counts a second',
    columns: [
      { header: 'Second' },
      { header: 'Due', kind: 'number' },
      { header: 'Ended well', kind: 'number' },
      { header: 'Failed', kind: 'number' },
      { header: 'p50', kind: 'number' },
      { header: 'p99', kind: 'number' },
      { header: 'Longest', kind: 'number' },
      { header: 'Busy', kind: 'number' },
      { header: 'Waiting', kind: 'number' },
    ],
    rows: steps.map((step) => ({
      cells: [
        decimal(step.second - 0.5, 1),
        step.due === undefined ? '-' : figures(step.due),
        figures(step.succeeded),
        figures(step.failed),
        time(step.p50),
        time(step.p99),
        time(step.max),
        decimal(step.busyConnections),
        decimal(step.queue),
      ],
    })),
  })
}
