import { dataTable, type Html, html, reportPage, section } from '@lakebase/cli-kit'
import type { SweepStep } from '@lakebase/loadtest'
import { sweepJson } from '../../../sweep/sweep-json.js'
import type { SweepReport } from '../../../sweep/sweep-report.js'
import { outcomeText, rateThatHolds } from '../../../sweep/sweep-text.js'
import { duration, figures, milliseconds, percent, perSecond } from '../../format.js'
import { objectiveText } from '../../objective-text.js'
import { linearAxis, logAxis } from '../charts/axis.js'
import { legend } from '../charts/legend.js'
import { plot } from '../charts/plot.js'
import { stylesheet } from '../css/stylesheet.js'
import { provenance } from '../provenance.js'

/** A sweep as one HTML page: the knee, the latency and the throughput at each rate. */
export function renderSweepHtml(report: SweepReport): string {
  const { sweep, generator } = report
  const steps = [...sweep.steps].sort((a, b) => a.rate - b.rate)
  return reportPage({
    title: `${sweep.scenario.name}: sweep`,
    generator,
    stylesheet,
    skip: 'Skip to the figures',
    header: header(report),
    main: html`${kneeSection(steps, rateThatHolds(sweep.outcome))}
${stepsSection(steps)}`,
    footer: provenance(
      origins(report),
      'Each rate was run for itself behind a warm-up; latencies count from when each arrival was due.',
    ),
    report: JSON.parse(sweepJson(report)),
  })
}

function header({ sweep, cost }: SweepReport): Html {
  const { scenario, objectives, outcome, steps } = sweep
  const million = cost?.usdPerMillion
  const facts = [
    ['Objectives', objectives.map(objectiveText).join(', ')],
    ['Rates tried', String(steps.length)],
    ['Target', steps[0]?.report.target.address ?? ''],
    ...(million === undefined
      ? []
      : [['A million transactions', `$${Number(million.toPrecision(3))}`] as const]),
  ] as const
  return html`<header class="masthead">
<p class="kind">Lakebase load test, sweep</p>
<h1>${scenario.name}</h1>
<p class="headline">${headline(rateThatHolds(outcome))} ${outcomeText(outcome)}.</p>
<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd><b>${value}</b></dd></div>`)}</dl>
</header>
`
}

function headline(rate: number | undefined): Html {
  return rate === undefined
    ? html`<strong class="error">No knee:</strong>`
    : html`<strong class="accent">${perSecond(rate)}:</strong>`
}

function kneeSection(steps: readonly SweepStep[], knee: number | undefined): Html {
  const timed = steps.filter(({ report }) => report.total.response.count > 0)
  const [first] = timed
  if (first === undefined) return html``
  const x = linearAxis(Math.max(...steps.map(({ rate }) => rate)), figures)
  const p99 = (step: SweepStep) => step.report.total.response.p99
  const p50 = (step: SweepStep) => step.report.total.response.p50
  const held = timed.findLast(({ rate, holds }) => rate === knee && holds)
  const latency = plot({
    id: 'latency-by-rate',
    title: 'Latency by rate',
    description: timed
      .map((step) => `${perSecond(step.rate)}: p99 ${duration(p99(step))}`)
      .join('; '),
    height: 220,
    x,
    y: logAxis(Math.min(...timed.map(p50)), Math.max(...timed.map(p99)), duration),
    lines: [
      { kind: 'second', points: timed.map((step) => [step.rate, p50(step)]) },
      { kind: 'main', points: timed.map((step) => [step.rate, p99(step)]) },
    ],
    marks:
      held === undefined
        ? []
        : [{ x: held.rate, y: p99(held), label: `knee ${perSecond(held.rate)}` }],
    notes: notesOf(timed),
  })
  const throughput = plot({
    id: 'throughput-by-rate',
    title: 'What was done of each rate',
    description: steps
      .map(({ rate, report }) => `${perSecond(rate)}: ${perSecond(report.total.perSecond)}`)
      .join('; '),
    height: 140,
    x,
    y: x,
    lines: [
      { kind: 'wanted', points: [[0, 0], ...steps.map(({ rate }) => [rate, rate] as const)] },
      { kind: 'main', points: steps.map(({ rate, report }) => [rate, report.total.perSecond]) },
    ],
    notes: notesOf(steps),
  })
  return section({
    id: 'knee',
    title: 'The knee',
    gist: 'Along the axis the rate that was asked for, transactions a second.',
    body: html`<figure><figcaption>Latency ${legend([
      ['main', 'p99'],
      ['second', 'p50'],
      ...(held === undefined ? [] : [['objective', 'Highest rate that holds'] as const]),
    ])}</figcaption>${latency}</figure>
<figure><figcaption>Transactions a second ${legend([
      ['main', 'Ended well'],
      ['wanted', 'Asked for'],
    ])}</figcaption>${throughput}</figure>`,
  })
}

function notesOf(steps: readonly SweepStep[]): readonly (readonly [number, string])[] {
  return steps.map(({ rate, holds, because }) => [
    rate,
    `${perSecond(rate)} ${holds ? 'holds' : `fails: ${because.join('; ')}`}`,
  ])
}

function stepsSection(steps: readonly SweepStep[]): Html {
  return section({
    id: 'steps',
    title: 'Every rate',
    gist: 'By rate; a rate that was run again stands twice.',
    body: dataTable({
      id: 'steps-table',
      caption: 'Times in milliseconds',
      columns: [
        { header: 'Rate/s' },
        { header: 'Done/s', kind: 'number' },
        { header: 'p50', kind: 'number' },
        { header: 'p99', kind: 'number' },
        { header: 'Failed', kind: 'number' },
        { header: 'Result', kind: 'word' },
        { header: 'Why', kind: 'text' },
      ],
      rows: steps.map((step) => ({ cells: stepCells(step) })),
    }),
  })
}

function stepCells({ rate, holds, because, report }: SweepStep) {
  const { perSecond: done, response, succeeded, failed } = report.total
  const time = (us: number) => (response.count === 0 ? '-' : milliseconds(us))
  return [
    figures(rate),
    figures(done),
    time(response.p50),
    time(response.p99),
    percent(failed / (failed + succeeded || 1)),
    holds ? html`<span class="holds">holds</span>` : html`<span class="fails">fails</span>`,
    because.join('; '),
  ]
}

function origins({ source, generatedAt, generator, version, schemaVersion, exit }: SweepReport) {
  return [
    ['Scenario', source],
    ['Generated at', generatedAt],
    ['Written by', `${generator} ${version}, report version ${schemaVersion}`],
    ['Result', `${exit.reason} (exit code ${exit.code})`],
  ] as const
}
