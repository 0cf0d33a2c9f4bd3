import { dataTable, decimal, type Html, html, section, usd } from '@lakebase/cli-kit'
import type { ReportCost } from '../../../report/estimate-report.js'
import { isoDate } from '../iso-date.js'

/** The discounts within the expected figures, and their last days. */
export function discountsSection({ discounts, asOf }: ReportCost): Html {
  const saved = discounts.reduce((sum, discount) => sum + discount.saves, 0)
  return section({
    id: 'discounts',
    title: 'Discounts in force',
    gist:
      discounts.length === 0
        ? html`None on ${isoDate(asOf)}: the expected figures are list prices.`
        : html`They save ${usd(saved)} a month on ${isoDate(asOf)}.`,
    body: discounts.length === 0 ? undefined : table(discounts),
  })
}

function table(discounts: ReportCost['discounts']): Html {
  return dataTable({
    id: 'discounts-table',
    caption: 'Discounts in the expected figures, and USD a month that each saves',
    columns: [
      { header: 'Discount' },
      { header: 'Percentage', kind: 'number' },
      { header: 'Until' },
      { header: 'Saves', kind: 'number' },
    ],
    rows: discounts.map(({ id, label, percentage, until, saves }) => ({
      cells: [
        html`${label} <code>${id}</code>`,
        `${decimal(percentage)}%`,
        until === undefined ? 'no end date' : isoDate(until),
        usd(saves),
      ],
    })),
  })
}
