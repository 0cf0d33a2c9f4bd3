import { counted, type Html, html, usd, usdShort } from '@lakebase/cli-kit'
import type { EstimateReport, ReportTarget } from '../../../report/estimate-report.js'
import { atLeast, usdRange } from '../../format.js'
import { headline } from './headline.js'

/** The question answered in one sentence, and on what ground. */
export function header(report: EstimateReport): Html {
  return html`<header class="masthead">
<p class="kind">Lakebase cost estimate</p>
<h1>${report.name}</h1>
<p class="headline">${headline(report)}</p>
${waysOut(report)}
${unknownLines(report)}
<dl class="facts">${facts(report).map(([name, value, detail]) => fact(name, value, detail))}</dl>
</header>
`
}

function waysOut({ sizing }: EstimateReport): Html | undefined {
  if (sizing.fits || sizing.waysOut.length === 0) return undefined
  return html`<div class="aside error"><h2>Ways out</h2><ul>${sizing.waysOut.map((way) => html`<li>${way}</li>`)}</ul></div>`
}

function unknownLines({ cost }: EstimateReport): Html | undefined {
  const unknown = cost.lines.filter((line) => line.status === 'unknown')
  if (unknown.length === 0) return undefined
  const reasons = [...new Set(unknown.map((line) => line.missing))]
  const labels = (missing: string) =>
    unknown.filter((line) => line.missing === missing).map((line) => line.label)
  return html`<div class="aside warn"><h2>${unknown.length} of ${counted(cost.lines.length, 'line')} without a price, left out of every sum</h2>
<ul>${reasons.map((missing) => html`<li><b>${missing}</b>: ${labels(missing).join('; ')}</li>`)}</ul></div>`
}

function facts(report: EstimateReport): readonly (readonly [string, string, string])[] {
  const { cost, target } = report
  const year = cost.next12Months.reduce((sum, month) => sum + month.amount, 0)
  const { low, high } = cost.monthly
  const where = [
    'Target',
    `${CLOUD_NAMES[target.cloud]} ${target.region}`,
    targetDetail(target),
  ] as const
  const prices = ['Rate card', cost.rateCard, `applied as of ${cost.asOf}`] as const
  if (cost.lines.length === 0) return [where, prices]
  return [
    where,
    [
      'Monthly range',
      atLeast(usdRange(low, high), cost.complete),
      'every uncertain figure at its low and at its high end',
    ],
    [
      'Next 12 months',
      cost.next12Months.length === 0 ? 'unknown' : atLeast(usdShort(year), cost.complete),
      cost.next12Months.length === 0
        ? ''
        : `${atLeast(usd(year / cost.next12Months.length), cost.complete)} a month on average`,
    ],
    prices,
  ]
}

function fact(name: string, value: string, detail: string): Html {
  return html`<div><dt>${name}</dt><dd><b>${value}</b><span>${detail}</span></dd></div>`
}

const CLOUD_NAMES = { aws: 'AWS', azure: 'Azure', gcp: 'GCP' } as const

function targetDetail({ product, tier, origin }: ReportTarget): string {
  const name =
    product === 'autoscaling' ? 'Autoscaling (2 GB CU)' : 'Provisioned, retired (16 GB CU)'
  return `${tier}, ${name}; ${originText(origin)}`
}

const ORIGINS = {
  flag: 'from the command line',
  file: 'from the file',
  default: 'by default',
} as const

function originText(origin: ReportTarget['origin']): string {
  const parts = ['cloud', 'region', 'tier'] as const
  const sources = [...new Set(parts.map((part) => origin[part]))]
  const named = (source: string) => parts.filter((part) => origin[part] === source).join(' and ')
  if (sources.length === 1) return `all ${ORIGINS[origin.cloud]}`
  return sources.map((source) => `${named(source)} ${ORIGINS[source]}`).join(', ')
}
