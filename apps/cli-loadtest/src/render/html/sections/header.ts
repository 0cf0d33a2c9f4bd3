import { type Html, html } from '@lakebase/cli-kit'
import type { RunReport } from '@lakebase/loadtest'
import type { LoadtestReport } from '../../../report/loadtest-report.js'
import { duration, percent, perSecond } from '../../format.js'
import { clientText, loadText, measuredSpan } from '../../load-text.js'

/** What was found, in one sentence, and of what. */
export function header(report: LoadtestReport): Html {
  const { run } = report
  return html`<header class="masthead">
<p class="kind">Lakebase load test</p>
<h1>${run.scenario.name}</h1>
<p class="headline">${headline(run)}</p>
<dl class="facts">${facts(report).map(([name, value, detail]) => fact(name, value, detail))}</dl>
</header>
`
}

function headline(run: RunReport): Html {
  const { total, complete } = run
  if (total.succeeded === 0) {
    return html`<strong class="error">Nothing ended well:</strong> ${total.failed === 0 ? 'no transaction was measured.' : html`all of <strong>${total.failed}</strong> transactions failed.`}`
  }
  const rate = html`<strong>${perSecond(total.perSecond)}</strong>, half within ${duration(total.response.p50)}, 99% within <strong class="accent">${duration(total.response.p99)}</strong>.`
  const partial = complete ? undefined : html`<strong class="error">Interrupted:</strong> `
  return html`${partial}${rate} ${judgement(run)}`
}

function judgement({ objectives, total }: RunReport): Html {
  const failed = objectives.filter(({ holds }) => !holds).length
  if (failed > 0) {
    return html`<strong class="error">${failed} of ${objectives.length} objectives ${failed === 1 ? 'fails' : 'fail'}.</strong>`
  }
  const lost = total.failed === 0 ? 'Nothing failed.' : `${percent(failedShare(total))} failed.`
  if (objectives.length === 0) return html`${lost}`
  return html`${objectives.length === 1 ? 'The objective holds.' : `All ${objectives.length} objectives hold.`}`
}

function failedShare({ failed, succeeded }: RunReport['total']): number {
  return failed / (failed + succeeded)
}

function facts({ run, cost }: LoadtestReport): readonly (readonly [string, string, string])[] {
  const { target, shards } = run
  return [
    [
      'Target',
      target.address,
      `PostgreSQL ${target.serverVersion}, ${target.tls ? 'TLS' : 'no TLS'}`,
    ],
    ['Load', measuredSpan(run), loadText(run.scenario.load)],
    [
      'Client',
      clientText(run),
      `${shards > 1 ? `${shards} shards, ` : ''}a worker kept a core ${percent(run.generator.cpuShare)} busy`,
    ],
    cost === undefined
      ? ['Failed', percent(failedShare(run.total) || 0), failures(run)]
      : ['Cost', money(cost.usdPerMillion ?? cost.usd), costDetail(cost)],
  ]
}

function failures({ errors }: RunReport): string {
  if (errors.length === 0) return 'no error of any kind'
  return [...new Set(errors.map(({ code }) => code))].join(', ')
}

type Cost = LoadtestReport['cost'] & object

function money(usd: number): string {
  return `$${Number(usd.toPrecision(3))}`
}

function costDetail({ usdPerMillion, usd, cu, cloud, region }: Cost): string {
  const what =
    usdPerMillion === undefined
      ? 'for the run'
      : `a million transactions; ${money(usd)} for the run`
  return `${what}; ${cu} CU on ${cloud} ${region} at list`
}

function fact(name: string, value: string, detail: string): Html {
  return html`<div><dt>${name}</dt><dd><b>${value}</b><span>${detail}</span></dd></div>`
}
