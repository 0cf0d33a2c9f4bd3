import { type Html, html, usdShort } from '@lakebase/cli-kit'
import type { EstimateReport } from '../../../report/estimate-report.js'
import { atLeast, cu, cuRange, known } from '../../format.js'

/** The answer in one sentence. What does not fit, or has no price, is said here and not below. */
export function headline(report: EstimateReport): Html {
  const { sizing, cost } = report
  if (!sizing.fits) {
    return html`<strong class="error">Does not fit:</strong> the load needs <strong>${cu(sizing.neededCu)}</strong>, more than any ${sizing.product === 'autoscaling' ? 'Autoscaling' : 'Provisioned'} size. ${restOfCost(report)}`
  }
  if (cost.lines.length === 0 && sizing.neededCu === 0) {
    return html`<strong>An empty workload:</strong> nothing to size, nothing to price.`
  }
  const size = known(sizing.maxCu, (maxCu) => cuRange(sizing.minCu ?? maxCu, maxCu))
  return html`<strong>${size}</strong>, ${monthly(report)}`
}

function monthly({ cost }: EstimateReport): Html {
  const { list, expected } = cost.monthly
  const prefix = cost.complete ? undefined : 'at least '
  if (usdShort(list) === usdShort(expected)) {
    return html`${prefix}<strong class="accent">${usdShort(list)}</strong> a month at list; no discount applies today.`
  }
  return html`${prefix}<strong>${usdShort(list)}</strong> a month at list, <strong class="accent">${usdShort(expected)}</strong> with today’s discounts.`
}

function restOfCost({ cost }: EstimateReport): Html | undefined {
  if (cost.lines.length === 0) return undefined
  return html`What can be priced costs <strong>${atLeast(usdShort(cost.monthly.expected), cost.complete)}</strong> a month.`
}
