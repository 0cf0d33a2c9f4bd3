import { dataTable, type Html, html, section, usd, usdShort } from '@lakebase/cli-kit'
import type { ReportCost } from '../../../report/estimate-report.js'
import { atLeast } from '../../format.js'
import { discountEnds } from '../charts/discount-ends.js'
import { monthsChart } from '../charts/months-chart.js'
import { isoDate } from '../iso-date.js'

/** What the coming year will be billed, and when a discount ends. */
export function monthsSection(cost: ReportCost): Html | undefined {
  if (cost.next12Months.length === 0) return undefined
  return section({
    id: 'months',
    title: 'Next 12 months',
    gist: gist(cost),
    body: html`<figure>
<figcaption>Expected cost, USD a month</figcaption>
${monthsChart(cost)}
</figure>
<details><summary>The months as a table</summary>${table(cost)}</details>`,
  })
}

function gist(cost: ReportCost): Html {
  const total = cost.next12Months.reduce((sum, month) => sum + month.amount, 0)
  const ends = discountEnds(cost).map(({ label, until }) => html` ${label} ends ${isoDate(until)}.`)
  return html`${capital(atLeast(usdShort(total), cost.complete))} in all.${ends}`
}

function table(cost: ReportCost): Html {
  const total = cost.next12Months.reduce((sum, month) => sum + month.amount, 0)
  return dataTable({
    id: 'months-table',
    compact: true,
    caption: 'Expected cost of the next twelve months',
    columns: [{ header: 'Month' }, { header: 'Expected', kind: 'number' }],
    rows: [
      ...cost.next12Months.map(({ month, amount }) => ({ cells: [month, usd(amount)] })),
      { kind: 'total', cells: [cost.complete ? 'Total' : 'Total, at least', usd(total)] },
    ],
  })
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
