import { type Html, html } from '@lakebase/cli-kit'
import type { SweepOutcome } from '@lakebase/loadtest'
import type { SweepReport } from '../../../sweep/sweep-report.js'
import { outcomeText } from '../../../sweep/sweep-text.js'
import { perSecond } from '../../format.js'
import { objectiveText } from '../../objective-text.js'
import { byRate } from './by-rate.js'

/** What was swept, and the answer. */
export function header({ sweep, cost }: SweepReport): Html {
  const { scenario, objectives, outcome, steps } = sweep
  const rates = byRate(steps).length
  const million = cost?.usdPerMillion
  const facts = [
    ['Objectives', objectives.map(objectiveText).join(', ')],
    ['Tried', `${rates} ${rates === 1 ? 'rate' : 'rates'} in ${steps.length} runs`],
    ['Target', steps[0]?.report.target.address ?? ''],
    ...(million === undefined
      ? []
      : [['A million transactions', `$${Number(million.toPrecision(3))}`] as const]),
  ] as const
  return html`<header class="masthead">
<p class="kind">Lakebase load test, sweep</p>
<h1>${scenario.name}</h1>
<p class="headline">${headline(outcome)} ${outcomeText(outcome)}.</p>
<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd><b>${value}</b></dd></div>`)}</dl>
</header>
`
}

/** Only a knee is one: a client at its limit, or a rate that was not gone beyond, is none of the database's. */
function headline(outcome: SweepOutcome): Html {
  switch (outcome.kind) {
    case 'knee':
      return html`<strong class="accent">Knee at ${perSecond(outcome.rate)}:</strong>`
    case 'above':
      return html`<strong class="accent">At least ${perSecond(outcome.holdsAt)}:</strong>`
    case 'client':
    case 'none':
    case 'interrupted':
      return html`<strong class="error">No knee:</strong>`
  }
}
