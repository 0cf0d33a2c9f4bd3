import { type Html, html } from '@lakebase/cli-kit'
import { estimateHeadline } from 'cli-estimate/parts'
import type { JourneyReport, JourneyStep } from '../journey-report.js'

/** The question answered in one sentence, then each step with its answer, which leads to its figures. */
export function header(report: JourneyReport): Html {
  return html`<header class="masthead">
<p class="kind">Lakebase: size, cost, bundle and queries of a workload${report.loadTest && ', and a load test'}</p>
<h1>${report.name}</h1>
<p class="headline">${estimateHeadline(report.estimate)}</p>
<nav aria-label="Steps"><ol class="steps${report.steps.length > 6 ? ' in-fours' : ''}">${report.steps.map(stepItem)}</ol></nav>
</header>
`
}

const TARGETS = {
  check: '#findings',
  size: '#tables',
  compute: '#compute',
  cost: '#cost',
  bundle: '#bundle',
  convert: '#summary',
  load: '#load',
  indexes: '#proposals',
} as const

function stepItem({ id, title, status, answer, detail }: JourneyStep): Html {
  const word = status === 'attention' ? html`<span class="flag">needs you</span>` : undefined
  const href = status === 'skipped' ? '#main' : TARGETS[id]
  return html`<li class="${status}"><a href="${href}"><span class="step-title">${title}${word}</span><b>${answer}</b><span class="detail">${detail}</span></a></li>`
}
