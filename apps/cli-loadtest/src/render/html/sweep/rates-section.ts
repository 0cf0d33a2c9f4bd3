import { type Html, html, section } from '@lakebase/cli-kit'
import type { SweepOutcome, SweepResult, SweepStep } from '@lakebase/loadtest'
import { rateThatHolds } from '../../../sweep/sweep-text.js'
import { duration, figures, perSecond } from '../../format.js'
import { type Axis, linearAxis, logAxis } from '../charts/axis.js'
import { legend } from '../charts/legend.js'
import type { PlotMark } from '../charts/marks.js'
import { type PlotLine, plot } from '../charts/plot.js'
import { byRate, median, type RateRuns } from './by-rate.js'

type Read = (step: SweepStep) => number
const p99: Read = ({ report }) => report.total.response.p99
const p50: Read = ({ report }) => report.total.response.p50
const done: Read = ({ report }) => report.total.perSecond

/** Latency and throughput along the rate; a rate that was run again is a dot for each run, and one point of the line. */
export function ratesSection({ steps, outcome, objectives }: SweepResult): Html {
  const timed = steps.filter(({ report }) => report.total.response.count > 0)
  if (timed.length === 0) return html``
  const x = linearAxis(Math.max(...steps.map(({ rate }) => rate)), figures)
  return section({
    id: 'rates',
    title: 'By rate',
    gist: 'Along the axis the rate that was asked for, transactions a second. A dot is a run; where a rate was run several times, the line goes through their median.',
    body: html`${latencyFigure(timed, outcome, wantedP99(objectives), x)}
${throughputFigure(steps, x)}`,
  })
}

/** The bound of the line that is drawn, in µs. */
function wantedP99(objectives: SweepResult['objectives']): number | undefined {
  const bounds = objectives.flatMap((one) =>
    one.metric === 'latency' && one.percentile === 99 && one.script === undefined
      ? one.atMostMs * 1000
      : [],
  )
  return bounds.length === 0 ? undefined : Math.min(...bounds)
}

function latencyFigure(
  timed: readonly SweepStep[],
  outcome: SweepOutcome,
  wanted: number | undefined,
  x: Axis,
): Html {
  const rates = byRate(timed)
  const marks = heldMark(rates, outcome, x)
  const chart = plot({
    id: 'latency-by-rate',
    title: 'Latency by rate',
    description: rates
      .map(({ rate, runs }) => `${perSecond(rate)}: p99 ${duration(middle(runs, p99))}`)
      .join('; '),
    height: 220,
    x,
    y: logAxis(Math.min(...timed.map(p50)), Math.max(...timed.map(p99), wanted ?? 0), duration),
    lines: [
      ...bound(wanted),
      { kind: 'second', points: rates.map(({ rate, runs }) => [rate, middle(runs, p50)]) },
      { kind: 'main', points: rates.map(({ rate, runs }) => [rate, middle(runs, p99)]) },
    ],
    dots: timed.map((step) => ({ x: step.rate, y: p99(step), failed: !step.holds })),
    marks,
    notes: notesOf(rates),
  })
  const entries = legend([
    ['main', 'p99'],
    ['second', 'p50'],
    ['dot', 'Held'],
    ['failed-dot', 'Did not hold'],
    ...(wanted === undefined ? [] : [['wanted', `Objective, ${duration(wanted)}`] as const]),
    ...(marks.length === 0 ? [] : [['objective', 'Highest rate that holds'] as const]),
  ])
  return html`<figure><figcaption>Latency ${entries}</figcaption>${chart}</figure>`
}

/** From one side to the other: an axis holds what lies beyond it at its end. */
function bound(wanted: number | undefined): readonly PlotLine[] {
  if (wanted === undefined) return []
  return [
    {
      kind: 'wanted',
      points: [
        [0, wanted],
        [Number.MAX_VALUE, wanted],
      ],
    },
  ]
}

function heldMark(rates: readonly RateRuns[], outcome: SweepOutcome, x: Axis): readonly PlotMark[] {
  const held = rateThatHolds(outcome)
  const at = rates.find(({ rate }) => rate === held)
  if (at === undefined) return []
  // A knee bends upwards: the room is on its left.
  const side = x.place(at.rate) > 0.3 ? 'left' : 'right'
  const word = outcome.kind === 'knee' ? 'knee' : 'holds at'
  return [{ x: at.rate, y: middle(at.runs, p99), label: `${word} ${perSecond(at.rate)}`, side }]
}

function throughputFigure(steps: readonly SweepStep[], x: Axis): Html {
  const rates = byRate(steps)
  const chart = plot({
    id: 'throughput-by-rate',
    title: 'What was done of each rate',
    description: rates
      .map(({ rate, runs }) => `${perSecond(rate)}: ${perSecond(middle(runs, done))}`)
      .join('; '),
    height: 140,
    x,
    y: x,
    lines: [
      { kind: 'wanted', points: [[0, 0], ...rates.map(({ rate }) => [rate, rate] as const)] },
      { kind: 'main', points: rates.map(({ rate, runs }) => [rate, middle(runs, done)]) },
    ],
    dots: steps.map((step) => ({ x: step.rate, y: done(step), failed: !step.holds })),
    notes: notesOf(rates),
  })
  const entries = legend([
    ['main', 'Ended well'],
    ['wanted', 'Asked for'],
  ])
  return html`<figure><figcaption>Transactions a second ${entries}</figcaption>${chart}</figure>`
}

function middle(runs: RateRuns['runs'], read: Read): number {
  return median(runs.map(read))
}

function notesOf(rates: readonly RateRuns[]): readonly (readonly [number, string])[] {
  return rates.map(({ rate, runs }) => [
    rate,
    `${perSecond(rate)} ${runs.map(({ holds, because }) => (holds ? 'holds' : `fails: ${because.join('; ')}`)).join(' · ')}`,
  ])
}
